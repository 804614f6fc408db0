import type { Task } from '@/lib/schema';

const SHORTEST_MS = 5_000;

/** Pages a minute since it began; null while there is too little to say so. */
export function pagesPerMinute({ started_at, updated_at, pages_done }: Task): number | null {
  if (started_at === null || pages_done < 2) return null;
  const took = new Date(updated_at).getTime() - new Date(started_at).getTime();
  return took < SHORTEST_MS ? null : (pages_done / took) * 60_000;
}

/** "12 pages a minute", or per hour where that is less than two a minute. */
export function rateInWords(task: Task, locale?: string): string | null {
  const rate = pagesPerMinute(task);
  if (rate === null) return null;
  const [value, unit] = rate >= 2 ? [rate, 'a minute'] : [rate * 60, 'an hour'];
  const written = new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return `${written} pages ${unit}`;
}

/** It failed a moment ago and is tried again by itself. */
export function waits(task: Task): task is Task & { retry_at: string } {
  return task.retry_at !== null && (task.status === 'running' || task.status === 'queued');
}
