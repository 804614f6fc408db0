import type { Task } from '@/lib/schema';

export interface Recent {
  running: number;
  seen: number;
  fresh: number;
  changed: number;
  failed: number;
  /** False when older tasks of the time asked about may lie beyond what was fetched. */
  whole: boolean;
}

/** What the tasks of the last while brought, counted from the newest ones that the API gave. */
export function recent(tasks: readonly Task[], since: number, more: boolean): Recent {
  const within = tasks.filter((task) => new Date(task.updated_at).getTime() >= since);
  const oldest = tasks.at(-1);
  const sum = (read: (task: Task) => number) => within.reduce((total, task) => total + read(task), 0);
  return {
    running: tasks.filter((task) => task.status === 'queued' || task.status === 'running').length,
    seen: sum((task) => task.offers_seen),
    fresh: sum((task) => task.offers_new),
    changed: sum((task) => task.offers_changed),
    failed: sum((task) => (task.status === 'failed' ? 1 : 0)),
    whole: !more || (oldest !== undefined && new Date(oldest.created_at).getTime() < since),
  };
}
