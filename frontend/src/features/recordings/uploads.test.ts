import { describe, expect, it } from 'vitest';

import { Problem } from '@/lib/problem';
import type { ArrivedPart } from '@/lib/schema';
import { announcedRecording, recording } from '@/testing/recordings';

import { createMemory } from './remembered';
import { uploadWords } from './UploadList';
import { createUploads, type Upload, type UploadNeeds } from './uploads';

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
  const names = new Map<string, ReturnType<typeof announcedRecording>>();
  const troubles: string[] = [];
  let offline: Promise<void> | null = null;
  let shown: () => Upload | undefined = () => undefined;
  const rows = new Map<string, ReturnType<typeof recording>>();
  const done: string[] = [];
  let refuse: (part: number) => Problem | null = () => null;
  let lose: (call: string) => Problem | null = () => null;
  const asked: string[] = [];
  /** An answer that is lost on its way was given all the same. */
  const answered = <T>(call: string, value: T): Promise<T> => {
    asked.push(call);
    const problem = lose(call);
    return problem === null ? Promise.resolve(value) : Promise.reject(problem);
  };
  const needs = (): UploadNeeds => ({
    announce: ({ name, size }, _choice, chosen) => {
      const made = names.get(chosen) ?? announcedRecording({ id: `r${rows.size + 1}`, name, size }, PART);
      names.set(chosen, made);
      rows.set(made.id, made);
      return answered('announce', made);
    },
    recording: (id) => answered('recording', rows.get(id) ?? recording()),
    arrived: () =>
      answered(
        'arrived',
        [...there].map(([number, size]): ArrivedPart => ({ number, size })),
      ),
    sign: (_id, number) => answered('sign', `part ${number}`),
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
      if (rows.get(id)?.status !== 'waiting') return Promise.reject(refused(409));
      rows.set(id, recording({ id, status: 'queued' }));
      done.push(`finish ${id}`);
      return answered('finish', undefined);
    },
    cancel: (id) => {
      rows.set(id, recording({ id, status: 'cancelled' }));
      done.push(`cancel ${id}`);
      return Promise.resolve();
    },
    wait: (_ms, signal) => {
      const problem = shown()?.problem;
      if (problem) troubles.push(`${problem.status} ${shown()?.state ?? ''}`);
      return offline === null ? Promise.resolve() : Promise.race([offline, aborted(signal)]);
    },
    memory: createMemory(kept),
    onChange: () => undefined,
  });
  return {
    done,
    rows,
    asked,
    troubles,
    load: () => {
      const uploads = createUploads(needs());
      shown = () => uploads.list.get()[0];
      return uploads;
    },
    lose: (how: typeof lose) => {
      lose = how;
    },
    goOffline: () => {
      let online: () => void = () => undefined;
      offline = new Promise((resolve) => {
        online = () => {
          offline = null;
          resolve();
        };
      });
      return online;
    },
    refuse: (how: typeof refuse) => {
      refuse = how;
    },
  };
}

const refused = (status: number) => new Problem({ status, title: 'No', detail: 'It waits for nothing.' });

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

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

describe('a call around an upload', () => {
  const CALLS = ['announce', 'arrived', 'sign', 'finish'];

  it.each(CALLS.flatMap((call) => [0, 502, 503, 504].map((status) => [call, status] as const)))(
    '(%s) whose answer is lost (%i) is made again, and the recording is one',
    async (call, status) => {
      const { done, rows, troubles, load, lose } = setUp();
      let left = 3;
      lose((asked) => (asked === call && left-- > 0 ? refused(status) : null));
      const uploads = load();
      uploads.add(file(), CHOICE);
      await expect.poll(() => uploads.list.get()).toEqual([]);
      expect([...rows.keys()]).toEqual(['r1']);
      expect(done.filter((one) => one === 'finish r1')).toHaveLength(1);
      expect(troubles[0]).toBe(`${status} ${call === 'finish' ? 'finishing' : 'sending'}`);
    },
  );

  it.each(CALLS.flatMap((call) => [403, 404, 422, 429, 500].map((status) => [call, status] as const)))(
    '(%s) that is refused (%i) stops it at once, in the words of the API',
    async (call, status) => {
      const { asked, load, lose } = setUp();
      lose((one) => (one === call ? refused(status) : null));
      const uploads = load();
      uploads.add(file(10), CHOICE);
      await expect.poll(() => uploads.list.get()[0]?.state).toBe('failed');
      expect(uploads.list.get()[0]?.problem?.message).toBe('It waits for nothing.');
      expect(asked.filter((one) => one === call)).toHaveLength(1);
    },
  );

  it('waits for the connection, says so, and goes on by itself', async () => {
    const { done, load, lose, goOffline } = setUp();
    const online = goOffline();
    let there = false;
    lose(() => (there ? null : lost));
    const uploads = load();
    uploads.add(file(), CHOICE);
    await expect.poll(() => uploads.list.get()[0]?.problem?.status).toBe(0);
    const [waiting] = uploads.list.get();
    expect(waiting && uploadWords(waiting)).toContain('Waiting for the connection…');
    there = true;
    online();
    await expect.poll(() => done.includes('finish r1')).toBe(true);
  });

  it('that was given up without a network goes on when it is back, as the same recording', async () => {
    const { done, rows, load, lose } = setUp();
    lose((call) => (call === 'announce' ? lost : null));
    const uploads = load();
    uploads.add(file(), CHOICE);
    await expect.poll(() => uploads.list.get()[0]?.state).toBe('failed');
    lose(() => null);
    uploads.resume();
    await expect.poll(() => done.includes('finish r1')).toBe(true);
    expect([...rows.keys()]).toEqual(['r1']);
  });

  it('that finished it before it was given up does not send it once more', async () => {
    const { done, rows, load, lose } = setUp();
    lose((call) => (call === 'finish' || call === 'recording' ? lost : null));
    const uploads = load();
    uploads.add(file(), CHOICE);
    await expect.poll(() => uploads.list.get()[0]?.state).toBe('failed');
    lose(() => null);
    uploads.resume();
    await expect.poll(() => uploads.list.get()).toEqual([]);
    expect(done.filter((one) => one.startsWith('part'))).toHaveLength(3);
    expect([...rows.keys()]).toEqual(['r1']);
  });
});
