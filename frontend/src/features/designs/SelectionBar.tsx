import { ActionIcon, Alert, Button, Group, List, Paper, Progress, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconSquareX, IconX } from '@tabler/icons-react';

import { count, plural } from '@/lib/format';

import type { Progress as Done, useDecideMany } from './decide';
import classes from './SelectionBar.module.css';

interface SelectionBarProps {
  selected: number;
  many: ReturnType<typeof useDecideMany>;
  onApprove: () => void;
  onReject: () => void;
  onNone: () => void;
}

/** One answer for all that are selected, and how far it has come. */
export function SelectionBar({ selected, many, onApprove, onReject, onNone }: SelectionBarProps) {
  const { progress } = many;
  if (progress === null && selected === 0) return null;
  return (
    <Paper className={classes.bar} shadow="xl" role="region" aria-label="Selection">
      {progress === null ? (
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Text fw={550} className="num" role="status" style={{ whiteSpace: 'nowrap' }}>
            {count(selected)} selected
          </Text>
          <Group gap={6} wrap="nowrap">
            <Button
              size="sm"
              px="sm"
              leftSection={<IconCheck size={15} aria-hidden />}
              aria-label="Approve all selected"
              onClick={onApprove}
            >
              Approve
            </Button>
            <Button
              size="sm"
              px="sm"
              variant="default"
              leftSection={<IconX size={15} aria-hidden />}
              aria-label="Reject all selected"
              onClick={onReject}
            >
              Reject
            </Button>
            <Tooltip label="Select none">
              <ActionIcon variant="subtle" color="gray" size={36} aria-label="Select none" onClick={onNone}>
                <IconSquareX size={19} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
        </Group>
      ) : (
        <Going progress={progress} onHalt={many.halt} onClose={many.clear} />
      )}
    </Paper>
  );
}

function Going({ progress, onHalt, onClose }: { progress: Done; onHalt: () => void; onClose: () => void }) {
  const { verdict, done, total, refused, ended } = progress;
  const good = done - refused.length;
  return (
    <>
      <Group justify="space-between" gap="sm" mb={8}>
        <Text size="sm" className="num" role="status">
          {ended ? `${plural(good, 'design')} ${verdict}` : `${count(done)} of ${count(total)}`}
          {ended && done < total && `, ${count(total - done)} left as they were`}
        </Text>
        <Button size="compact-sm" variant="default" onClick={ended ? onClose : onHalt}>
          {ended ? 'Close' : 'Stop'}
        </Button>
      </Group>
      <Progress
        value={total === 0 ? 100 : (done / total) * 100}
        color={refused.length > 0 ? 'saffron' : 'pine.4'}
        aria-label="Decided"
      />
      {refused.length > 0 && (
        <Alert color="madder" mt="sm" title={`${plural(refused.length, 'design')} could not be ${verdict}`}>
          <List size="sm" style={{ maxHeight: 120, overflow: 'auto' }}>
            {refused.map(({ slogan, why }, index) => (
              <List.Item key={index}>
                “{slogan}”: {why}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
