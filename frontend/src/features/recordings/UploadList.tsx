import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconRotateClockwise, IconX } from '@tabler/icons-react';

import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { count, fileSize, lasted } from '@/lib/format';
import type { Problem } from '@/lib/problem';

import classes from './recordings.module.css';
import type { Upload } from './uploads';
import { useUploads } from './useUploads';

/** The files that this tab sends. */
export function UploadList() {
  const { uploads, again, cancel } = useUploads();
  if (uploads.length === 0) return null;
  return (
    <Panel flush title="On their way" about="They go on while you look at other pages of this tab.">
      <ul className={classes.list} aria-label="Uploads">
        {uploads.map((one) => (
          <li key={one.key} className={classes.upload} data-testid="upload" data-state={one.state}>
            <Sent one={one} />
            <Group gap={6} wrap="nowrap">
              {one.state === 'failed' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconRotateClockwise size={14} aria-hidden />}
                  onClick={() => {
                    again(one.key);
                  }}
                >
                  Try again
                </Button>
              )}
              {one.state !== 'finishing' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Cancel the upload of ${one.file.name}`}
                  leftSection={<IconX size={14} aria-hidden />}
                  onClick={() => {
                    cancel(one.key);
                  }}
                >
                  Cancel
                </Button>
              )}
            </Group>
            {one.state === 'failed' && one.problem !== null && (
              <div className={classes.wide}>
                <Failure error={one.problem} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sent({ one }: { one: Upload }) {
  const share = Math.min(100, (one.sent / Math.max(1, one.file.size)) * 100);
  const words = uploadWords(one);
  return (
    <Stack gap={6} miw={0}>
      <Text fw={550} truncate>
        {one.file.name}
      </Text>
      <Progress.Root size={7} radius="xl">
        <Progress.Section
          value={share}
          color="pine.4"
          withAria={false}
          role="progressbar"
          aria-label={`Upload of ${one.file.name}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(share)}
          aria-valuetext={words}
        />
      </Progress.Root>
      <Text size="xs" c="dimmed" className="num">
        {words}
      </Text>
    </Stack>
  );
}

const THERE = 'It is there.';

/** It goes on by itself: nothing is asked of whoever reads it. */
function troubled({ status, title }: Problem): string {
  return status === 0 ? 'Waiting for the connection…' : `${title}: it is tried again.`;
}

export function uploadWords({ state, sent, speed, file, problem }: Upload): string {
  const far = `${count(Math.floor((sent / Math.max(1, file.size)) * 100))} % of ${fileSize(file.size)}`;
  if (state === 'queued') return `Waits for the file before it, ${fileSize(file.size)}`;
  if (state === 'finishing')
    return problem === null ? `${THERE} Putting its parts together…` : `${THERE} ${troubled(problem)}`;
  if (state === 'failed') return `Stopped at ${far}`;
  if (problem !== null) return `${far}. ${troubled(problem)}`;
  if (speed === null || speed <= 0) return far;
  return `${far}, ${fileSize(speed)}/s, ${lasted(new Date(0).toISOString(), ((file.size - sent) / speed) * 1000)} left`;
}
