import type { Watch } from '@/lib/schema';

export type Unit = 'hours' | 'days';

/** How often, as a person chooses it in a form. */
export interface Pace {
  /** More often while the target moves, less often while it does not. */
  follows: boolean;
  amount: number | string;
  unit: Unit;
}

export const FOLLOWING: Pace = { follows: true, amount: 6, unit: 'hours' };

const MINUTES = { hours: 60, days: 1_440 } as const;
const LONGEST = 28 * MINUTES.days;

export function paceOf(minutes: Watch['every_minutes']): Pace {
  if (minutes === null) return FOLLOWING;
  const unit = minutes >= 2 * MINUTES.days && minutes % MINUTES.days === 0 ? 'days' : 'hours';
  return { follows: false, amount: minutes / MINUTES[unit], unit };
}

/** As the API has it: null follows what moves. */
export function minutesOf({ follows, amount, unit }: Pace): number | null {
  return follows ? null : Math.round(Number(amount) * MINUTES[unit]);
}

export function paceFault(pace: Pace): string | null {
  const minutes = minutesOf(pace);
  if (minutes === null) return null;
  return pace.amount !== '' && Number.isFinite(minutes) && minutes >= MINUTES.hours && minutes <= LONGEST
    ? null
    : 'Choose something from 1 hour to 28 days.';
}
