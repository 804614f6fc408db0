import type { Run } from '@/lib/schema';

import { isOpen, share, spoken, standing } from './progress';
import classes from './runs.module.css';

/** A run's verbs as one line of threads, each as long as what is done of it. */
export function Strip({ run }: { run: Run }) {
  const open = isOpen(run);
  const now = run.stages.filter((stage) => stage.total > 0).map((stage) => spoken(stage, open));
  return (
    <div className={classes.strip} role="img" aria-label={now.length > 0 ? now.join('; ') : 'Nothing has begun yet'}>
      {run.stages.map((stage) => (
        <span
          key={stage.verb}
          className={classes.thread}
          data-standing={standing(stage, open)}
          title={spoken(stage, open)}
        >
          <span style={{ width: `${share(stage) * 100}%` }} />
        </span>
      ))}
    </div>
  );
}
