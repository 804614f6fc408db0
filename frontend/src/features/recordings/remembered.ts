/** Which recording a file's upload began, so that the same file, chosen again after a reload, goes on with it. */
export interface Begun {
  id: string;
  partBytes: number;
}

type Kept = Pick<Storage, 'getItem' | 'setItem'>;
type Named = Pick<File, 'name' | 'size' | 'lastModified'>;

const NAME = 'wareloom.uploads';
/** The server forgets an unfinished one after two days; more than these nobody has underway. */
const MOST = 50;

export function createMemory(kept: Kept) {
  const all = (): [string, Begun][] => {
    try {
      const read: unknown = JSON.parse(kept.getItem(NAME) ?? '[]');
      return Array.isArray(read) ? (read as [string, Begun][]) : [];
    } catch {
      return [];
    }
  };
  const write = (entries: [string, Begun][]) => {
    try {
      kept.setItem(NAME, JSON.stringify(entries.slice(-MOST)));
    } catch {
      // A browser that keeps nothing uploads all the same; it only cannot go on after a reload.
    }
  };
  return {
    find: (file: Named): Begun | undefined => all().find(([print]) => print === printOf(file))?.[1],
    partBytesOf: (id: string): number | undefined => all().find(([, begun]) => begun.id === id)?.[1].partBytes,
    keep: (file: Named, begun: Begun) => {
      write([...all().filter(([print]) => print !== printOf(file)), [printOf(file), begun]]);
    },
    forget: (id: string) => {
      write(all().filter(([, begun]) => begun.id !== id));
    },
  };
}

export type Memory = ReturnType<typeof createMemory>;

function printOf({ name, size, lastModified }: Named): string {
  return `${name}\n${size}\n${lastModified}`;
}
