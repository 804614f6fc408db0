import { calendarDays, ratesBefore, weeksOf } from '@/features/outlooks/days';
import type { Spot } from '@/components/charts/threads';
import type { Signal } from '@/lib/schema';

const BASE = 100;

/**
 * The weeks of several trends on one calendar, each from the same moment on, and each as a share of what it was in its
 * first week there: lines of large and small trends can be compared so. A trend whose first week is nothing begins
 * with the first that is something.
 */
export function indexed(all: readonly (readonly Signal[])[], at: string, weeks: number | null): Spot[][] {
  const rates = all.map((signals) => ratesBefore(signals, at));
  const days = calendarDays(rates.flatMap((each) => [...each.keys()].map((day) => ({ day }))));
  return rates.map((each) => {
    const told = weeksOf(each, days);
    const shown = weeks === null ? told : told.slice(-weeks);
    return based(shown);
  });
}

function based(spots: readonly Spot[]): Spot[] {
  const begin = spots.findIndex(({ value }) => value !== null && value > 0);
  const base = spots[begin]?.value ?? null;
  if (base === null) return [];
  return spots.slice(begin).map(({ at, value }) => ({ at, value: value === null ? null : (value / base) * BASE }));
}
