import { Text, UnstyledButton } from '@mantine/core';
import { IconBrush, IconBuildingStore, IconBulb, IconChartDots3, IconUserCheck } from '@tabler/icons-react';

import { count, lasted } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Run, Stage, Verb } from '@/lib/schema';

import classes from './Machine.module.css';
import { asides, isOpen, many, share, spoken, type Standing, standing } from './progress';

const ICONS = {
  analyse: IconChartDots3,
  ideate: IconBulb,
  generate: IconBrush,
  approve: IconUserCheck,
  publish: IconBuildingStore,
} as const satisfies Record<Verb, unknown>;

interface MachineProps {
  run: Run;
  /** The verb whose steps are shown below. */
  chosen: Verb | undefined;
  onChoose: (verb: Verb | undefined) => void;
}

/** The state machine as it stands: what flows between two verbs moves. */
export function Machine({ run, chosen, onChoose }: MachineProps) {
  const open = isOpen(run);
  return (
    <ol className={classes.machine} aria-label="The run’s verbs, in order">
      {run.stages.map((stage) => (
        <li key={stage.verb} className={classes.place} data-standing={standing(stage, open)}>
          <UnstyledButton
            className={classes.node}
            aria-label={spoken(stage, open)}
            aria-pressed={chosen === stage.verb}
            disabled={stage.total === 0}
            onClick={() => {
              onChoose(chosen === stage.verb ? undefined : stage.verb);
            }}
          >
            <Node stage={stage} state={standing(stage, open)} />
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}

function Node({ stage, state }: { stage: Stage; state: Standing }) {
  const Icon = ICONS[stage.verb];
  return (
    <>
      <span className={classes.sign} aria-hidden>
        <Ring share={share(stage)} />
        <Icon size={20} stroke={1.7} />
      </span>
      <span className={classes.said}>
        <Text span className={classes.title}>
          {stage.title}
        </Text>
        <Text span className={classes.figure}>
          {stage.total === 0 ? '–' : `${count(many(stage, 'done'))} of ${count(stage.total)}`}
        </Text>
        <span className={classes.asides}>
          {asides(stage).map(({ status, said }) => (
            <span key={status} className={classes.aside} data-status={status}>
              {said}
            </span>
          ))}
          {state === 'done' && <Took stage={stage} />}
        </span>
      </span>
    </>
  );
}

function Took({ stage }: { stage: Stage }) {
  const now = useNow();
  if (stage.started_at === null) return null;
  return <span className={classes.aside}>{lasted(stage.started_at, stage.ended_at ?? now)}</span>;
}

const R = 21;
const ROUND = 2 * Math.PI * R;

function Ring({ share: part }: { share: number }) {
  return (
    <svg viewBox="0 0 48 48" width="48" height="48" className={classes.ring} focusable="false">
      <circle cx="24" cy="24" r={R} className={classes.track} />
      <circle
        cx="24"
        cy="24"
        r={R}
        className={classes.arc}
        strokeDasharray={`${part * ROUND} ${ROUND}`}
        transform="rotate(-90 24 24)"
      />
      <circle cx="24" cy="24" r={R} className={classes.shuttle} strokeDasharray={`${ROUND * 0.16} ${ROUND}`} />
    </svg>
  );
}
