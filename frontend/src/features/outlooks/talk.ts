import type { Spot } from '@/components/charts/threads';
import { moment } from '@/lib/days';
import { count, portion, short } from '@/lib/format';
import type { Talk } from '@/lib/schema';

import { calendarDays } from './days';

/** What was said on a day, on one network or on several. */
export type TalkDay = Omit<Talk, 'network'>;

export interface TalkMeasure {
  name: 'posts' | 'negative' | 'engagement';
  title: string;
  about: string;
  read: (day: TalkDay) => number | null;
  write: (value: number) => string;
  tick: (value: number) => string;
}

const tick = (value: number) => (value < 10_000 ? count(value) : short(value));

export const TALK_MEASURES: readonly TalkMeasure[] = [
  {
    name: 'posts',
    title: 'Posts',
    about: 'How many posts spoke of it.',
    read: ({ posts }) => posts,
    write: count,
    tick,
  },
  {
    name: 'negative',
    title: 'Share of negative',
    about: 'Of the posts in which a mood was read, the part that is negative.',
    read: negativeShare,
    write: portion,
    tick: portion,
  },
  {
    name: 'engagement',
    title: 'Engagement',
    about: 'Likes, answers and shares of its posts, where the network tells them.',
    read: ({ engagement }) => engagement,
    write: count,
    tick,
  },
];

/** Null where no mood was read: that is no zero. */
export function negativeShare({ negative, neutral, positive }: TalkDay): number | null {
  const read = negative + neutral + positive;
  return read === 0 ? null : negative / read;
}

export function networksOf(talk: readonly Talk[]): string[] {
  return [...new Set(talk.map(({ network }) => network))].sort();
}

/** Each day of the calendar with what it tells; a day on which nobody listened is a gap. */
export function talkSpots(talk: readonly TalkDay[], read: TalkMeasure['read']): Spot[] {
  const byDay = new Map(talk.map((row) => [row.day, row]));
  return calendarDays(talk).map((day) => {
    const row = byDay.get(day);
    return { at: moment(day), value: row ? read(row) : null };
  });
}

/**
 * All networks' days added up. A day on which one of them was not heard, though it was before and after, is left out:
 * its sum would fall without anybody having fallen silent.
 */
export function allTalk(talk: readonly Talk[]): TalkDay[] {
  const spans = networksOf(talk).map((network) => {
    const days = new Map(talk.filter((row) => row.network === network).map((row) => [row.day, row]));
    const heard = [...days.keys()].sort();
    return { days, first: heard[0] ?? '', last: heard.at(-1) ?? '' };
  });
  return calendarDays(talk).flatMap((day) => {
    const wanted = spans.filter(({ first, last }) => first <= day && day <= last);
    const rows = wanted.flatMap(({ days }) => days.get(day) ?? []);
    return rows.length > 0 && rows.length === wanted.length ? [summed(day, rows)] : [];
  });
}

function summed(day: string, rows: readonly Talk[]): TalkDay {
  const sum = (read: (row: Talk) => number) => rows.reduce((total, row) => total + read(row), 0);
  const told = rows.flatMap(({ engagement }) => engagement ?? []);
  return {
    day,
    posts: sum(({ posts }) => posts),
    negative: sum(({ negative }) => negative),
    neutral: sum(({ neutral }) => neutral),
    positive: sum(({ positive }) => positive),
    engagement: told.length === 0 ? null : told.reduce((total, one) => total + one, 0),
  };
}
