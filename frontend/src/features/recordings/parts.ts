import { asProblem, Problem } from '@/lib/problem';
import type { ArrivedPart } from '@/lib/schema';

import { type Patience, persist, unanswered } from './persist';

export interface Part {
  number: number;
  start: number;
  end: number;
}

/** The parts of a file; all are as large as the first, except the last. */
export function partsOf(size: number, partBytes: number): Part[] {
  return Array.from({ length: Math.ceil(size / partBytes) }, (_, index) => ({
    number: index + 1,
    start: index * partBytes,
    end: Math.min(size, (index + 1) * partBytes),
  }));
}

/** Those that are not there, or are there in another size. */
export function missing(parts: readonly Part[], arrived: readonly ArrivedPart[]): Part[] {
  const there = new Map(arrived.map(({ number, size }) => [number, size]));
  return parts.filter(({ number, start, end }) => there.get(number) !== end - start);
}

export interface Way {
  /** A fresh address for each try: an old one may have run out. */
  sign: (number: number) => Promise<string>;
  put: (url: string, part: Blob, how: { signal: AbortSignal; onShare: (share: number) => void }) => Promise<void>;
}

interface Sending extends Patience {
  /** How many bytes of a part have gone; 0 again when it has to be sent once more. */
  onSent: (number: number, bytes: number) => void;
}

const AT_ONCE = 3;

/** Sends parts, a few at a time; each is tried again, later and later, before all of it is given up. */
export async function sendParts(file: Blob, parts: readonly Part[], way: Way, sending: Sending): Promise<void> {
  const left = [...parts];
  const stop = new AbortController();
  const signal = AbortSignal.any([sending.signal, stop.signal]);
  const lane = async () => {
    for (let part = left.shift(); part !== undefined; part = left.shift())
      await sendPart(file, part, way, { ...sending, signal });
  };
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, parts.length) }, lane));
  } finally {
    stop.abort();
  }
}

async function sendPart(file: Blob, part: Part, way: Way, sending: Sending): Promise<void> {
  const { signal, onSent } = sending;
  const length = part.end - part.start;
  const send = async (url: string) => {
    try {
      await way.put(url, file.slice(part.start, part.end), {
        signal,
        onShare: (share) => {
          onSent(part.number, share * length);
        },
      });
    } catch (error) {
      onSent(part.number, 0);
      throw new NotPut(asProblem(error));
    }
  };
  await persist(
    async () => send(await way.sign(part.number)),
    sending,
    (problem) => (problem instanceof NotPut ? problem.passing : unanswered(problem)),
  );
  onSent(part.number, length);
}

/** The store refuses addresses that have run out with 403: the next one is fresh. */
class NotPut extends Problem {
  constructor({ status, title, message, retryAfterSeconds }: Problem) {
    super({ status, title, detail: message, retryAfterSeconds });
  }

  override get passing(): boolean {
    return super.passing || this.status === 403 || this.status === 500;
  }
}
