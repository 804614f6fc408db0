import classes from './charts.module.css';
import type { Kind } from './stacks';

/** What the parts of bars are filled with; `id` tells the patterns of one picture from those of another. */
export function Patterns({ id, kinds }: { id: string; kinds: readonly Kind[] }) {
  return (
    <defs>
      {kinds.map(({ name, color, pattern }) => (
        <pattern
          key={name}
          id={patternOf(id, name)}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          {...(pattern === 'lines' ? { patternTransform: 'rotate(45)' } : {})}
          style={{ '--thread': color } as React.CSSProperties}
        >
          <rect width={6} height={6} className={pattern === 'full' ? classes.full : classes.ground} />
          {pattern === 'lines' && <rect width={3} height={6} className={classes.full} />}
          {pattern === 'dots' && <circle cx={3} cy={3} r={1.3} className={classes.full} />}
        </pattern>
      ))}
    </defs>
  );
}

export function patternOf(id: string, name: string): string {
  return `${id}-${name}`;
}
