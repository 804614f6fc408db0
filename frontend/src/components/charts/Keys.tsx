import type { ReactNode } from 'react';

import classes from './charts.module.css';
import { shape, type Thread } from './threads';

/** A piece of the line as it is drawn. */
export function ThreadKey({ thread: { color, dash, mark } }: { thread: Omit<Thread, 'spots'> }) {
  return (
    <svg
      width={26}
      height={12}
      className={classes.sample}
      style={{ '--thread': color, verticalAlign: -2 } as React.CSSProperties}
      aria-hidden
      focusable="false"
    >
      <path d="M0,6H26" className={classes.line} strokeDasharray={dash} />
      {mark && <path d={shape(mark, 13, 6)} className={classes.mark} />}
    </svg>
  );
}

/** What the lines of a chart are; each may have something beside its name. */
export function Keys({ threads, beside }: { threads: readonly Thread[]; beside?: (thread: Thread) => ReactNode }) {
  return (
    <ul className={classes.keys} aria-label="Lines">
      {threads.map((thread) => (
        <li key={thread.name}>
          <ThreadKey thread={thread} />
          <span style={{ overflowWrap: 'anywhere' }}>{thread.title}</span>
          {beside?.(thread)}
        </li>
      ))}
    </ul>
  );
}
