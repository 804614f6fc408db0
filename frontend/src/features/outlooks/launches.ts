import { IconAlarm, IconClock, IconFlagOff, IconUpload } from '@tabler/icons-react';

import type { Look } from '@/components/LookBadge';
import { dayAt, moment, shifted } from '@/lib/days';
import type { Launch } from '@/lib/schema';

export type State = Launch['state'];

/** In the order of haste: what is late by much comes last, for nothing can be done about it. */
export const STATES: Record<State, Look> = {
  'publish now': ['Publish now', 'madder', IconUpload],
  'begin now': ['Begin now', 'saffron', IconAlarm],
  later: ['Later', 'pine', IconClock],
  'too late': ['Too late', 'gray', IconFlagOff],
};
const HASTE = Object.keys(STATES);

export function byHaste(launches: readonly Launch[]): Launch[] {
  return [...launches].sort(
    (one, other) =>
      HASTE.indexOf(one.state) - HASTE.indexOf(other.state) ||
      one.begin_by.localeCompare(other.begin_by) ||
      one.name.localeCompare(other.name),
  );
}

export const DATES = [
  { name: 'begin_by', title: 'Begin by', does: 'Begin with' },
  { name: 'publish_by', title: 'Publish by', does: 'Publish' },
  { name: 'order_by', title: 'Order by', does: 'Last orders of' },
  { name: 'peak', title: 'Peak', does: 'Peak of' },
] as const satisfies readonly { name: keyof Launch; title: string; does: string }[];

const YEAR = 365;

/** Where a day stands in the coming year, in per cent; what lies outside is held to its ends. */
export function place(day: string, today: string): number {
  const share = (moment(day) - moment(today)) / (moment(shifted(today, YEAR)) - moment(today));
  return Math.min(1, Math.max(0, share)) * 100;
}

/** The first days of the coming twelve months. */
export function months(today: string): string[] {
  const begin = new Date(moment(today));
  return Array.from({ length: 12 }, (_, index) =>
    dayAt(new Date(begin.getFullYear(), begin.getMonth() + 1 + index, 1, 12).getTime()),
  ).filter((day) => day <= shifted(today, YEAR));
}

export function monthName(day: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'short' }).format(moment(day));
}
