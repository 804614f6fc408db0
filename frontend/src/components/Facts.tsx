import type { ReactNode } from 'react';

import classes from './facts.module.css';

export type FactRow = readonly [name: string, value: ReactNode];

interface FactsProps {
  facts: readonly FactRow[];
  /** How narrow one may be, in pixels. */
  least: number;
}

/** Names and what they are at, side by side. */
export function Facts({ facts, least }: FactsProps) {
  return (
    <dl className={classes.figures} style={{ gridTemplateColumns: `repeat(auto-fit, minmax(${least}px, 1fr))` }}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
