import { Badge, Group, Radio, Text } from '@mantine/core';

import { Failure } from '@/components/Failure';
import { Rows } from '@/components/Rows';
import type { Transcriber } from '@/lib/schema';

import { unfit } from './languages';
import { useTranscribers } from './queries';
import classes from './recordings.module.css';

interface TranscriberChoiceProps {
  /** Null is the one that listens where nobody chose. */
  value: string | null;
  language: string | null;
  onValue: (name: string) => void;
}

/** Who listens: each says of itself what it can, and why it cannot be chosen here. */
export function TranscriberChoice({ value, language, onValue }: TranscriberChoiceProps) {
  const { data, ...query } = useTranscribers();
  if (query.isPending) return <Rows count={2} />;
  if (data === undefined) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Radio.Group
      label="Who listens?"
      value={value ?? data.find(({ usual }) => usual)?.name ?? ''}
      onChange={onValue}
      styles={{ label: { fontWeight: 550 } }}
    >
      <div className={classes.choices}>
        {data.map((one) => (
          <Choice key={one.name} one={one} not={one.absent ?? unfit(one.languages, language)} />
        ))}
      </div>
    </Radio.Group>
  );
}

function Choice({ one, not }: { one: Transcriber; not: string | null }) {
  return (
    <Radio
      value={one.name}
      disabled={not !== null}
      label={
        <Group gap={6}>
          {one.title}
          {one.usual && <Badge size="sm">Usual</Badge>}
          {one.paid && (
            <Badge size="sm" color="saffron">
              Paid
            </Badge>
          )}
          <Badge size="sm" color="gray">
            {one.offline ? 'Stays here' : 'Sent out'}
          </Badge>
        </Group>
      }
      description={
        <>
          {one.about}
          {not !== null && (
            <Text
              span
              inherit
              display="block"
              c={one.absent === null ? 'var(--mantine-color-error)' : 'var(--mantine-color-text)'}
            >
              {not}
            </Text>
          )}
        </>
      }
    />
  );
}

/** Whom a choice means once the language is told: one that does not know it, or is not here, is no choice. */
export function fitting(known: readonly Transcriber[], chosen: string | null, language: string | null): string | null {
  const fits = ({ absent, languages }: Transcriber) => absent === null && unfit(languages, language) === null;
  const usual = known.find(({ name, usual }) => (chosen === null ? usual : name === chosen));
  if (usual === undefined || fits(usual)) return chosen;
  return known.find(fits)?.name ?? chosen;
}
