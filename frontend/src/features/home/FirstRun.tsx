import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

import { Panel } from '@/components/Panel';
import { StartTask } from '@/features/tasks/StartTask';
import { useRights } from '@/lib/context';

import classes from './home.module.css';

const STEPS = [
  ['Collect', 'Wareloom reads the target page by page, politely, and keeps every offer it shows.'],
  ['Watch', 'A watched target is read again on the marketplace’s schedule; what changed is kept as history.'],
  ['See it move', 'Search the offers, and open one to see its price and reviews over time.'],
  ['Run', 'A run finds the trends among the offers, draws designs for the best ones, and waits for your yes.'],
] as const;

/** Nothing was ever collected: the first step is here, not behind a link. */
export function FirstRun() {
  const navigate = useNavigate();
  const { work } = useRights();
  return (
    <div className={classes.first}>
      <Panel
        title="Start your first collection"
        about="Choose where to look. The sample market works without any network."
      >
        {work ? (
          <StartTask onStarted={(task) => void navigate({ to: '/tasks/$taskId', params: { taskId: task.id } })} />
        ) : (
          <Text c="dimmed">Your role is viewer. A member or an owner of the workspace can start a collection.</Text>
        )}
      </Panel>
      <Panel title="What happens then">
        <ol className={classes.steps}>
          {STEPS.map(([name, about]) => (
            <li key={name}>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {about}
              </Text>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}
