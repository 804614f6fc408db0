import { failed, told } from '@/components/toast';
import type { TaskStart } from '@/lib/schema';

import { isOpen, useStartTask, useTasks } from './queries';

/** What is open is among the newest. */
const LOOKED_AT = 100;

/** Collecting a watched target between two turns, and which ones are being collected as `marketplace/target`. */
export function useCollectNow(): { collect: (wanted: TaskStart) => void; busy: ReadonlySet<string> } {
  const { items } = useTasks({}, LOOKED_AT);
  const start = useStartTask();
  return {
    collect: (wanted) => {
      start.mutate(wanted, {
        onSuccess: (task) => {
          told(`Collecting “${task.target}”.`);
        },
        onError: failed,
      });
    },
    busy: new Set(items.filter(isOpen).map((task) => `${task.marketplace}/${task.target}`)),
  };
}
