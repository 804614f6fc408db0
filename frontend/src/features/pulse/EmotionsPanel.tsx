import { Panel } from '@/components/Panel';
import { count, portion } from '@/lib/format';

import { type Counts, EMOTIONS, shareOf } from './counts';
import { boundsWords, emotionLookOf } from './feelings';
import classes from './pulse.module.css';

/** What people feel, the loudest first; calm is no emotion, or none that is sure. */
export function EmotionsPanel({ counts }: { counts: Counts }) {
  const all = [...EMOTIONS].sort((one, other) => counts[other] - counts[one]);
  const most = Math.max(1, ...all.map((name) => counts[name]));
  return (
    <Panel title="Emotions" about="“Calm” is no emotion, or none that is sure.">
      <ul className={classes.emotions} aria-label="Emotions">
        {all.map((name) => {
          const [title, color, Icon] = emotionLookOf(name);
          const found = shareOf(counts[name], counts.posts);
          return (
            <li
              key={name}
              style={{ '--share': `${(counts[name] / most) * 100}%`, '--hue': hue(color) } as React.CSSProperties}
            >
              <span className={classes.named}>
                <Icon size={16} stroke={1.7} aria-hidden /> {title}
              </span>
              <span className="num">
                <b>{count(counts[name])}</b>
                {found && (
                  <span className={classes.bounds} title={`${boundsWords(found)}, nineteen times out of twenty`}>
                    {portion(found.share)}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function hue(color: string): string {
  return `var(--mantine-color-${color}-5)`;
}
