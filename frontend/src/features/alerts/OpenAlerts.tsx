import { Box } from '@mantine/core';

import { TextLink } from '@/components/links';
import { Panel } from '@/components/Panel';

import { AlertRow } from './AlertRow';
import classes from './alerts.module.css';
import { useOpenAlerts } from './queries';

const SHOWN = 4;

/** What nobody takes care of yet, of one subject or of all. Where that is nothing, there is nothing to show. */
export function OpenAlerts({ subject }: { subject?: string | undefined }) {
  const { open: all, more } = useOpenAlerts();
  const open = all.filter(({ subject_id }) => subject === undefined || subject_id === subject);
  if (open.length === 0) return null;
  return (
    <Panel
      flush
      title="Open alerts"
      action={
        <Box style={{ flex: 'none' }}>
          <TextLink to="/alerts" search={{ state: 'open' }} size="sm" fw={550} lh="28px">
            {open.length > SHOWN || more ? `All ${open.length}${more ? '+' : ''} open` : 'All alerts'}
          </TextLink>
        </Box>
      }
    >
      <ul className={classes.list} aria-label="Open alerts">
        {open.slice(0, SHOWN).map((alert) => (
          <AlertRow key={alert.id} alert={alert} slim />
        ))}
      </ul>
    </Panel>
  );
}
