import { Alert, Collapse, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useId, useState } from 'react';

import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { plural } from '@/lib/format';
import type { Alarm, Health } from '@/lib/schema';

import { past, worse } from './health';
import classes from './AlarmPanel.module.css';

/** What got worse about a source: what lasts in full, what is over on demand. */
export function AlarmPanel({ health }: { health: Health }) {
  const open = worse(health);
  const over = past(health);
  return (
    <Panel title="Alarms" about="What is worse than in the seven days before, beyond what chance does.">
      <Stack gap="sm">
        {open.map((alarm) => (
          <Alert key={alarm.id} color="madder" icon={<IconAlertTriangle aria-hidden />} data-testid="alarm">
            {alarm.sentence}
            <Text size="sm" c="dimmed" mt={4}>
              {alarm.since === null ? 'Noticed just now' : <Since at={alarm.since} />}
            </Text>
          </Alert>
        ))}
        {open.length === 0 && (
          <Text className={classes.well}>
            <IconCircleCheck size={18} aria-hidden /> Nothing is worse than before.
          </Text>
        )}
        {over.length > 0 && <Past alarms={over} />}
      </Stack>
    </Panel>
  );
}

function Since({ at }: { at: string }) {
  return (
    <>
      Since <When at={at} />
    </>
  );
}

function Past({ alarms }: { alarms: Alarm[] }) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  return (
    <div>
      <UnstyledButton
        className={classes.more}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => {
          setOpened(!opened);
        }}
      >
        <IconChevronRight size={15} aria-hidden />
        {plural(alarms.length, 'alarm')} of the past
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        <ul className={classes.past}>
          {alarms.map((alarm) => (
            <li key={alarm.id}>
              <Text size="sm">{alarm.sentence}</Text>
              <Text size="sm" c="dimmed">
                Began <When at={alarm.opened_at} />, was well again {alarm.closed_at && <When at={alarm.closed_at} />}
              </Text>
            </li>
          ))}
        </ul>
      </Collapse>
    </div>
  );
}
