import { Alert, Button, Group, List, Progress, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';

import { SelectNone, SelectionBar } from '@/components/SelectionBar';
import { count, plural } from '@/lib/format';

import type { Progress as Done, useDecideMany } from './decide';

interface DecideBarProps {
  selected: number;
  many: ReturnType<typeof useDecideMany>;
  onApprove: () => void;
  onReject: () => void;
  onNone: () => void;
}

/** One answer for all that are selected, and how far it has come. */
export function DecideBar({ selected, many, onApprove, onReject, onNone }: DecideBarProps) {
  const { progress } = many;
  if (progress === null && selected === 0) return null;
  return (
    <SelectionBar widest={620}>
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
            <SelectNone onNone={onNone} />
          </Group>
        </Group>
      ) : (
        <Going progress={progress} onHalt={many.halt} onClose={many.clear} />
      )}
    </SelectionBar>
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
