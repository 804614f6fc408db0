import { Text } from '@mantine/core';

import { TextLink } from '@/components/links';
import { When } from '@/components/When';
import { lasted, plural } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Step } from '@/lib/schema';

import { told } from './progress';
import { StepBadge } from './RunBadge';
import classes from './Timeline.module.css';

interface StepRowProps {
  step: Step;
  /** What the verb is called. */
  title: string;
  /** Of the trend or the design, where it is known. */
  name: string | null;
}

export function StepRow({ step, title, name }: StepRowProps) {
  const facts = told(step, name);
  const bad = step.status === 'failed' || step.status === 'blocked';
  return (
    <li className={classes.step} data-status={step.status} data-testid="step">
      <Text span fw={550} style={{ overflowWrap: 'anywhere' }}>
        {title}
        <Subject step={step} name={name} />
      </Text>
      <StepBadge status={step.status} />
      <Times step={step} />
      {facts !== '' && (
        <Text size="sm" c="dimmed" className={classes.why}>
          {facts}
        </Text>
      )}
      {step.reason !== null && (
        <Text size="sm" c={bad ? 'var(--mantine-color-error)' : 'dimmed'} className={classes.why}>
          {step.reason}
        </Text>
      )}
    </li>
  );
}

function Subject({ step, name }: { step: Step; name: string | null }) {
  if (step.verb === 'analyse') return null;
  const tail = step.subject_id.slice(-6);
  return (
    <Text span inherit fw={400}>
      {': '}
      {step.verb === 'ideate' ? (
        <TextLink to="/trends/$trendId" params={{ trendId: step.subject_id }} fz="inherit">
          {name ?? `Trend ${tail}`}
        </TextLink>
      ) : (
        <TextLink to="/designs/$designId" params={{ designId: step.subject_id }} fz="inherit">
          {name ?? `Design ${tail}`}
        </TextLink>
      )}
    </Text>
  );
}

function Times({ step }: { step: Step }) {
  const now = useNow();
  const took = step.started_at === null ? null : lasted(step.started_at, step.ended_at ?? now);
  return (
    <Text span size="xs" c="dimmed" className={`num ${classes.aside ?? ''}`}>
      <When at={step.ended_at ?? step.started_at ?? step.created_at} />
      {took !== null && `, ${took}`}
      {step.tries > 1 && `, ${plural(step.tries, 'try', 'tries')}`}
    </Text>
  );
}
