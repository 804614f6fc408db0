import { describe, expect, it } from 'vitest';

import { Problem } from '@/lib/problem';
import type { ArrivedPart } from '@/lib/schema';
import { announcedRecording, recording } from '@/testing/recordings';

import { missing, partsOf } from './parts';
import { createPace } from './pace';
import { createMemory } from './remembered';
import { createUploads, type UploadNeeds } from './uploads';

const PART = 16;
const CHOICE = { transcriber: null, language: null };

function keptMap(): Pick<Storage, 'getItem' | 'setItem'> {
  const values = new Map<string, string>();
  return { getItem: (name) => values.get(name) ?? null, setItem: (name, value) => void values.set(name, value) };
}

const file = (size = 40, name = 'talk.wav') => new File(['x'.repeat(size)], name, { lastModified: 1 });

/** A server that takes parts and remembers them, over as many loads of the page as one likes. */
function setUp() {
  const kept = keptMap();
  const there = new Map<number, number>();
  const rows = new Map<string, ReturnType<typeof recording>>();
  const done: string[] = [];
  let refuse: (part: number) => Problem | null = () => null;
  const needs = (): UploadNeeds => ({
    announce: ({ name, size }) => {
      const made = announcedRecording({ id: `r${rows.size + 1}`, name, size }, PART);
      rows.set(made.id, made);
      return Promise.resolve(made);
    },
    recording: (id) => Promise.resolve(rows.get(id) ?? recording()),
    arrived: () => Promise.resolve([...there].map(([number, size]): ArrivedPart => ({ number, size }))),
    sign: (_id, number) => Promise.resolve(`part ${number}`),
    put: (url, part, { onShare }) => {
      const number = Number(url.split(' ')[1]);
      const problem = refuse(number);
      if (problem !== null) return Promise.reject(problem);
      onShare(1);
      there.set(number, part.size);
      done.push(url);
      return Promise.resolve();
    },
    finish: (id) => {
      rows.set(id, recording({ id, status: 'queued' }));
      done.push(`finish ${id}`);
      return Promise.resolve();
    },
    cancel: (id) => {
      rows.set(id, recording({ id, status: 'cancelled' }));
      done.push(`cancel ${id}`);
      return Promise.resolve();
    },
    wait: () => Promise.resolve(),
    memory: createMemory(kept),
    onChange: () => undefined,
  });
  return {
    done,
    load: () => createUploads(needs()),
    refuse: (how: typeof refuse) => {
      refuse = how;
    },
  };
}

const lost = new Problem({ status: 0, title: 'No connection', detail: 'It broke.' });

describe('an upload', () => {
  it('sends every part and then says that it is whole', async () => {
    const { done, load } = setUp();
    const uploads = load();
    uploads.add(file(), CHOICE);
    await expect.poll(() => uploads.list.get()).toEqual([]);
    expect(done.sort()).toEqual(['finish r1', 'part 1', 'part 2', 'part 3']);
  });

  it('tries a part again that was lost on the way', async () => {
    const { done, load, refuse } = setUp();
    let left = 3;
    refuse((part) => (part === 2 && left-- > 0 ? lost : null));
    const uploads = load();
    uploads.add(file(), CHOICE);
    await expect.poll(() => done.includes('finish r1')).toBe(true);
  });

  it('goes on after a reload with the same file, by what is missing alone', async () => {
    const { done, load, refuse } = setUp();
    refuse((part) => (part === 3 ? lost : null));
    const before = load();
    before.add(file(), CHOICE);
    await expect.poll(() => before.list.get()[0]?.state).toBe('failed');
    refuse(() => null);
    done.length = 0;
    const after = load();
    after.add(file(), CHOICE);
    await expect.poll(() => done.at(-1)).toBe('finish r1');
    expect(done).toEqual(['part 3', 'finish r1']);
  });

  it('does not put the parts of another file into one that was begun', async () => {
    const { done, load, refuse } = setUp();
    refuse(() => lost);
    const uploads = load();
    uploads.add(file(), CHOICE);
    await expect.poll(() => uploads.list.get()[0]?.state).toBe('failed');
    uploads.add(file(41), CHOICE, 'r1');
    await expect.poll(() => uploads.list.get()[1]?.problem?.title).toBe('That is another file');
    expect(done).toEqual([]);
  });

  it('that is cancelled is dropped where it was announced, and the next one goes', async () => {
    const { done, load, refuse } = setUp();
    refuse(() => lost);
    const uploads = load();
    uploads.add(file(), CHOICE);
    await expect.poll(() => uploads.list.get()[0]?.state).toBe('failed');
    refuse(() => null);
    uploads.cancel(uploads.list.get()[0]?.key ?? 0);
    uploads.add(file(10, 'small.wav'), CHOICE);
    await expect.poll(() => done.includes('finish r2')).toBe(true);
    expect(done).toContain('cancel r1');
  });
});

describe('parts', () => {
  it('are all as large as the first, except the last', () => {
    expect(partsOf(40, 16).map(({ start, end }) => end - start)).toEqual([16, 16, 8]);
    expect(partsOf(32, 16)).toHaveLength(2);
  });
  it('that came in another size are missing', () => {
    const arrived = [
      { number: 1, size: 16 },
      { number: 2, size: 9 },
    ];
    expect(missing(partsOf(40, 16), arrived).map(({ number }) => number)).toEqual([2, 3]);
  });
});

it('speed is that of the last seconds, and nothing while too little is known', () => {
  let at = 0;
  const pace = createPace(() => at);
  pace.tell(0);
  expect(pace.speed()).toBeNull();
  at = 1000;
  pace.tell(5000);
  expect(pace.speed()).toBe(5000);
  at = 20_000;
  pace.tell(5000);
  expect(pace.speed()).toBeNull();
});
