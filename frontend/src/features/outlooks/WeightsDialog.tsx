import { Button, Group, Modal, NumberInput, Skeleton, Slider, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { useRights } from '@/lib/context';
import { portion } from '@/lib/format';
import type { Weights } from '@/lib/schema';

import classes from './weights.module.css';
import { type PartName, PARTS, shares, USUAL } from './parts';
import { alike, useWeigh, useWeights } from './weighing';

interface WeightsDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** How much each part has to say in the score. Everybody of the workspace sees it; owners decide. */
export function WeightsDialog({ opened, onClose }: WeightsDialogProps) {
  const weights = useWeights();
  const weigh = useWeigh();
  return (
    <Modal opened={opened} onClose={onClose} title="How the score is weighed">
      {weights.isPending && <Skeleton h={320} />}
      {weights.isError && !weights.data && <Failure error={weights.error} onRetry={() => void weights.refetch()} />}
      {/* Somebody else's change begins the form anew. */}
      {weights.data && <Form key={JSON.stringify(weights.data)} now={weights.data} weigh={weigh} onClose={onClose} />}
    </Modal>
  );
}

interface FormProps {
  now: Weights;
  weigh: ReturnType<typeof useWeigh>;
  onClose: () => void;
}

function Form({ now, weigh, onClose }: FormProps) {
  const { own } = useRights();
  const [wanted, setWanted] = useState(now);
  const share = shares(wanted);
  const nothing = PARTS.every(({ name }) => wanted[name] === 0);
  return (
    <form
      aria-label="How the score is weighed"
      onSubmit={(event) => {
        event.preventDefault();
        weigh({ weights: wanted, before: now });
        onClose();
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {own
            ? 'What counts is each one’s share of the sum. Every score of this workspace is weighed so.'
            : 'Each one’s share of the sum. Only an owner of the workspace can change it.'}
        </Text>
        {PARTS.map((part) => (
          <Weight
            key={part.name}
            part={part}
            value={wanted[part.name]}
            share={share[part.name]}
            change={
              own &&
              ((value) => {
                setWanted({ ...wanted, [part.name]: value });
              })
            }
          />
        ))}
        {nothing && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            At least one part must weigh something.
          </Text>
        )}
        <Group justify="space-between" gap="sm">
          {own && (
            <Button
              variant="subtle"
              disabled={alike(wanted, USUAL)}
              onClick={() => {
                setWanted(USUAL);
              }}
            >
              As usual
            </Button>
          )}
          <Group gap="sm" ml="auto">
            <Button variant="default" onClick={onClose}>
              {own ? 'Cancel' : 'Close'}
            </Button>
            {own && (
              <Button type="submit" disabled={nothing || alike(wanted, now)}>
                Save
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

interface WeightProps {
  part: { name: PartName; title: string; about: string };
  value: number;
  share: number;
  /** False for whoever may only look. */
  change: false | ((value: number) => void);
}

function Weight({ part: { title, about }, value, share, change }: WeightProps) {
  const hundred = Math.round(value * 100);
  const put = (wanted: number | string) => {
    if (change && wanted !== '') change(Math.min(100, Math.max(0, Number(wanted))) / 100);
  };
  return (
    <div className={classes.weight}>
      <div>
        <Text size="sm" fw={550}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      </div>
      <Text fw={600} className="num" ta="right" aria-label={`${title} weighs ${portion(share)}`}>
        {portion(share)}
      </Text>
      {change !== false && (
        <>
          <Slider
            value={hundred}
            onChange={put}
            thumbLabel={`Weight of ${title}`}
            label={null}
            thumbProps={{ 'aria-valuetext': `${hundred}, ${portion(share)} of the sum` }}
          />
          <NumberInput
            size="xs"
            aria-label={`Weight of ${title} in numbers`}
            min={0}
            max={100}
            allowDecimal={false}
            value={hundred}
            onChange={put}
          />
        </>
      )}
    </div>
  );
}
