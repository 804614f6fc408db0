/** What is looked at one after the other: in the order in which they came, also those that are decided. */
export interface Queue {
  ids: readonly string[];
  at: number;
  decided: ReadonlySet<string>;
}

export const NOTHING: Queue = { ids: [], at: 0, decided: new Set() };

/** New ones that wait join at the end; nobody is moved while one looks. The same queue when there is nothing new. */
export function joined(queue: Queue, waiting: readonly string[]): Queue {
  const known = new Set(queue.ids);
  const fresh = waiting.filter((id) => !known.has(id));
  return fresh.length === 0 ? queue : { ...queue, ids: [...queue.ids, ...fresh] };
}

/** Decided, here or by somebody else: the next one that waits comes, from the beginning again after the last. */
export function decided(queue: Queue, id: string): Queue {
  const done = { ...queue, decided: new Set([...queue.decided, id]) };
  return queue.ids[queue.at] === id ? turned(done, 1) : done;
}

/** A decision was refused: it waits as before. */
export function undecided(queue: Queue, id: string): Queue {
  return { ...queue, decided: new Set([...queue.decided].filter((one) => one !== id)) };
}

/** To the next or the one before that waits, round and round. */
export function turned(queue: Queue, by: 1 | -1): Queue {
  const { ids, at } = queue;
  for (let steps = 1; steps <= ids.length; steps += 1) {
    const to = (at + by * steps + ids.length * steps) % ids.length;
    if (!queue.decided.has(ids[to] ?? '')) return { ...queue, at: to };
  }
  return queue;
}

/** The one that is looked at; undefined when none waits any more. */
export function current({ ids, at, decided: done }: Queue): string | undefined {
  const id = ids[at];
  return id !== undefined && !done.has(id) ? id : undefined;
}

/** A decision was taken back: it waits again, and is what one looks at. */
export function returned(queue: Queue, id: string): Queue {
  const at = queue.ids.indexOf(id);
  return at === -1 ? queue : { ...undecided(queue, id), at };
}
