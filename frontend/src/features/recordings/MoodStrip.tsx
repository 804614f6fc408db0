import type { KeyboardEvent, PointerEvent } from 'react';

import type { Segment } from '@/lib/schema';

import { type Balance, balanceOf, balanceWords, stretches } from './feelings';
import classes from './mood.module.css';
import { clockTime, heardAt } from './times';
import type { Player } from './usePlayer';

interface MoodStripProps {
  segments: readonly Segment[];
  seconds: number;
  player: Player;
}

const STRETCHES = 60;

/** How it feels from beginning to end: up is positive, down is negative. A click goes there. */
export function MoodStrip({ segments, seconds, player }: MoodStripProps) {
  const bars = stretches(segments, seconds, STRETCHES);
  const here = Math.min(seconds, player.second);
  const keyed = (event: KeyboardEvent) => {
    const to = stepTo(event.key, segments, here, seconds);
    if (to === null) return;
    event.preventDefault();
    player.seek(to, false);
  };
  const pointed = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    if (width > 0) player.seek(Math.min(1, Math.max(0, (event.clientX - left) / width)) * seconds);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={classes.strip}
      aria-label="Mood through the recording"
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={Math.round(here)}
      aria-valuetext={`${clockTime(here)}. ${feltAt(segments, here)}`}
      onKeyDown={keyed}
      onPointerUp={pointed}
    >
      {bars.map(({ from, balance }) => (
        <span key={from} className={classes.bar} style={heights(balance)} />
      ))}
      <span className={classes.here} style={{ left: `${(here / Math.max(1, seconds)) * 100}%` }} />
    </div>
  );
}

function heights(balance: Balance): React.CSSProperties {
  const all = Object.values(balance).reduce((sum, one) => sum + one, 0);
  const share = (seconds: number) => `${all === 0 ? 0 : (seconds / all) * 100}%`;
  const sure = balance.negative + balance.neutral + balance.positive;
  return {
    '--up': share(balance.positive),
    '--down': share(balance.negative),
    '--line': all === 0 ? 0 : sure === 0 ? 0.35 : 1,
  } as React.CSSProperties;
}

/** Arrows go from one segment to the next. */
function stepTo(key: string, segments: readonly Segment[], here: number, seconds: number): number | null {
  const at = heardAt(segments, here + 0.05);
  if (key === 'ArrowRight' || key === 'ArrowUp') return segments[at + 1]?.start ?? seconds;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return segments[Math.max(0, at - 1)]?.start ?? 0;
  if (key === 'Home') return 0;
  return key === 'End' ? seconds : null;
}

function feltAt(segments: readonly Segment[], second: number): string {
  const now = segments[heardAt(segments, second + 0.05)];
  return now === undefined ? 'Nobody has spoken yet' : balanceWords(balanceOf([now]));
}
