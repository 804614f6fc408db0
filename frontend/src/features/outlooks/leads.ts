import type { Lead } from '@/lib/schema';

import { small } from './words';

const SURE = 0.05;

/** Which source moved first, and by how much; or that nothing shows it. */
export function leadSaid({ first, second, days, low, high, p }: Lead, title: (source: string) => string): string {
  const chance = `p\u00a0${small(p)}`;
  if (p > SURE) return `Nothing shows which of ${title(first)} and ${title(second)} moves first (${chance}).`;
  if (low <= 0 && high >= 0)
    return `${title(first)} and ${title(second)} move together, ${between(low, high)} (${chance}).`;
  const [ahead, behind, by] = days > 0 ? [first, second, days] : [second, first, -days];
  const [from, to] = days > 0 ? [low, high] : [-high, -low];
  return `${title(ahead)} is ${told(by)} ahead of ${title(behind)}, ${between(from, to)} (${chance}).`;
}

function told(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function between(low: number, high: number): string {
  return low === high ? 'to the day' : `between ${low} and ${high} with 80% certainty`;
}
