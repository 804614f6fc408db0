import { IconBan, IconClock, IconEar, IconHandStop, IconRefresh } from '@tabler/icons-react';

import type { Look } from '@/components/LookBadge';
import { count, until } from '@/lib/format';
import type { Listening, Quota, Subject } from '@/lib/schema';

export const LOOKS: Record<Listening['status'], Look> = {
  waiting: ['Waiting', 'gray', IconClock],
  listening: ['Listening', 'pine', IconEar],
  looking: ['Looking again', 'pine', IconRefresh],
  blocked: ['Blocked', 'madder', IconHandStop],
  rejected: ['Refused', 'madder', IconBan],
};

/** It is being asked just now. */
export function isAtWork({ status }: Listening): boolean {
  return status === 'listening' || status === 'looking';
}

export interface Named {
  name: string;
  title: string;
}

/** Every network that is listened to, by its title. */
export function networksOf(subjects: readonly Subject[]): Named[] {
  const titles = new Map(
    subjects.flatMap(({ networks }) => networks.map(({ network, title }) => [network, title] as const)),
  );
  return [...titles]
    .map(([name, title]) => ({ name, title }))
    .sort((one, other) => one.title.localeCompare(other.title));
}

/** The nearest moment at which one of them is asked again; null where nobody waits. */
export function nextVisit(subjects: readonly Subject[]): string | null {
  const times = subjects.flatMap(({ networks }) =>
    networks.filter((one) => !isAtWork(one)).map(({ due_at }) => due_at),
  );
  return times.sort()[0] ?? null;
}

/** "320 of 500 left, again in 2 h 5 min". */
export function quotaWords({ left = null, limit = null, resets_at = null }: Quota, now: number): string | null {
  if (left === null) return null;
  const said = limit === null ? `${count(left)} left` : `${count(left)} of ${count(limit)} left`;
  return resets_at === null ? said : `${said}, full again ${until(resets_at, now)}`;
}

/** It does not let itself be asked. */
export function isTrouble({ status }: Listening): boolean {
  return status === 'blocked' || status === 'rejected';
}

export interface Refusal extends Named {
  reason: string;
}

/** Networks that let themselves be asked about none of several subjects, all for one and the same reason. */
export function refusedAlike(subjects: readonly Subject[]): Refusal[] {
  if (subjects.length < 2) return [];
  return networksOf(subjects).flatMap(({ name, title }) => {
    const rows = subjects.flatMap(({ networks }) => networks.filter(({ network }) => network === name));
    const reasons = new Set(rows.map((row) => (isTrouble(row) ? row.reason : null)));
    const [reason] = reasons;
    return reasons.size === 1 && typeof reason === 'string' ? [{ name, title, reason }] : [];
  });
}

/** Something was said of one of them, ever. */
export function wasHeard(subjects: readonly Subject[]): boolean {
  return subjects.some(({ networks }) => networks.some(({ posts_seen }) => posts_seen > 0));
}
