import { keys } from './keys';
import type { LiveMessage } from './live';

export interface Stale {
  /** Queries to fetch again at once. */
  now: (readonly unknown[])[];
  /** Tasks whose row alone is fetched and put into the lists that show it. */
  tasks: string[];
  /** Queries that grow with every page of a collection: a few times a minute is enough. */
  soon: (readonly unknown[])[];
}

/** What a batch of messages makes out of date. */
export function staleAfter(messages: readonly LiveMessage[]): Stale {
  const now = new Map<string, readonly unknown[]>();
  const soon = new Map<string, readonly unknown[]>();
  const tasks = new Set<string>();
  const add = (to: Map<string, readonly unknown[]>, key: readonly unknown[]) => to.set(key.join('/'), key);

  for (const { topic, event, ids } of messages) {
    const task = ids.task_id;
    if (topic === 'market' && task !== undefined) {
      tasks.add(task);
      if (event === 'TaskOpened') add(now, keys.taskLists);
      else add(event === 'TaskEnded' ? now : soon, keys.offers);
    } else if (topic === 'market' && event === 'WatchChanged') add(now, keys.watches);
    else add(now, [topic]);
    if (event !== 'TaskProgressed') add(soon, keys.audit);
  }
  return { now: [...now.values()], tasks: [...tasks], soon: [...soon.values()] };
}
