import { type ReactNode, useId } from 'react';

import classes from './charts.module.css';
import { patternOf, Patterns } from './Patterns';
import type { Kind } from './stacks';

/** A piece of a bar as it is drawn. */
export function KindKey({ kind }: { kind: Kind }) {
  const id = useId();
  return (
    <svg width={14} height={14} className={classes.sample} style={{ verticalAlign: -2 }} aria-hidden focusable="false">
      <Patterns id={id} kinds={[kind]} />
      <rect width={14} height={14} rx={3} fill={`url(#${patternOf(id, kind.name)})`} />
    </svg>
  );
}

/** What the parts of bars are; each may have something beside its name. */
export function StackKeys({ kinds, beside }: { kinds: readonly Kind[]; beside?: (kind: Kind) => ReactNode }) {
  return (
    <ul className={classes.keys} aria-label="Parts">
      {kinds.map((kind) => (
        <li key={kind.name}>
          <KindKey kind={kind} />
          <span>{kind.title}</span>
          {beside?.(kind)}
        </li>
      ))}
    </ul>
  );
}
