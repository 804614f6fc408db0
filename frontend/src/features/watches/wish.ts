import type { Priority, Watch, WatchStart, WatchWish } from '@/lib/schema';

import { minutesOf, type Pace, paceOf } from './pace';

/** What a person can wish of a watch, as the form has it. */
export interface WishFields {
  pace: Pace;
  priority: Priority;
  max_pages: number | string;
  past_robots: boolean;
}

export function wishFields(row: Watch): WishFields {
  return {
    pace: paceOf(row.every_minutes),
    priority: row.priority,
    max_pages: row.max_pages ?? '',
    past_robots: row.past_robots,
  };
}

export function wishOf({ pace, priority, max_pages, past_robots }: WishFields): WatchWish {
  return { every_minutes: minutesOf(pace), priority, max_pages: limitOf(max_pages), past_robots };
}

/** An empty field is no limit. */
export function limitOf(written: number | string): number | null {
  return written === '' ? null : Number(written);
}

export function limitFault(most: number): (written: number | string) => string | null {
  return (written) => {
    const limit = limitOf(written);
    return limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= most)
      ? null
      : `Choose 1 to ${most.toLocaleString()}, or leave it empty.`;
  };
}

export const MOST_PAGES = 10_000;
export const MOST_OFFERS = 1_000_000;

/** Everything that was wished of a watch, to wish it again. */
export function wishesAgain(row: Watch): WatchStart {
  const { marketplace, target, every_minutes, priority, max_pages, past_robots } = row;
  return { marketplace, target, every_minutes, priority, max_pages, past_robots };
}
