/** How a part of a bar looks: its colour and its pattern each tell it apart. */
export interface Kind {
  name: string;
  title: string;
  color: string;
  pattern: 'full' | 'lines' | 'dots';
}

/** One moment, with so many of each kind, in the order of the kinds: from the foot up. */
export interface Bar {
  at: number;
  parts: readonly number[];
}

export function whole({ parts }: Bar): number {
  return parts.reduce((sum, part) => sum + part, 0);
}

/** Where each part begins and ends, counted from the foot. */
export function spans({ parts }: Bar): [number, number][] {
  let foot = 0;
  return parts.map((part) => {
    const span: [number, number] = [foot, foot + part];
    foot += part;
    return span;
  });
}

/** "12 posts: Negative 3, Neutral 1, Positive 8". */
export function barWords(bar: Bar | undefined, kinds: readonly Kind[], total: (all: number) => string): string {
  if (bar === undefined || whole(bar) === 0) return total(0);
  return `${total(whole(bar))}: ${kinds.map(({ title }, index) => `${title} ${bar.parts[index] ?? 0}`).join(', ')}`;
}
