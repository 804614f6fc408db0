import { newId } from '@/lib/ids';
import { asProblem, Problem } from '@/lib/problem';
import type { ArrivedPart, NewRecording, Recording } from '@/lib/schema';
import { createStore, type Store } from '@/lib/store';

import { createPace } from './pace';
import { missing, partsOf, sendParts, type Way } from './parts';
import { type Patience, persist } from './persist';
import type { Memory } from './remembered';

/** Who listens, and to which language; null is for the settings, or the transcriber, to say. */
export interface Choice {
  transcriber: string | null;
  language: string | null;
}

export interface Upload {
  key: number;
  file: File;
  choice: Choice;
  /** Null until it is announced. */
  id: string | null;
  /** What it is announced as, as long as nobody knows whether it is. */
  chosen: string | null;
  state: 'queued' | 'sending' | 'finishing' | 'failed';
  sent: number;
  /** Bytes a second. */
  speed: number | null;
  /** While it sends: what is tried again. When it failed: why. */
  problem: Problem | null;
}

/** What uploads need of the API and of the store of files. */
export interface UploadNeeds extends Omit<Way, 'sign'>, Pick<Patience, 'wait' | 'random'> {
  /** Announced again with the same id, it is the same recording. */
  announce: (file: File, choice: Choice, id: string) => Promise<NewRecording>;
  recording: (id: string) => Promise<Recording>;
  arrived: (id: string) => Promise<ArrivedPart[]>;
  sign: (id: string, number: number) => Promise<string>;
  finish: (id: string) => Promise<unknown>;
  cancel: (id: string) => Promise<unknown>;
  memory: Memory;
  /** The lists say something else now. */
  onChange: () => void;
}

export interface Uploads {
  list: Pick<Store<readonly Upload[]>, 'get' | 'subscribe'>;
  add: (file: File, choice: Choice, id?: string) => void;
  again: (key: number) => void;
  cancel: (key: number) => void;
  /** The network is back: what stopped without it goes on. */
  resume: () => void;
}

/** Files on their way, one after the other, wherever in the app one is meanwhile. */
export function createUploads(needs: UploadNeeds): Uploads {
  const list = createStore<readonly Upload[]>([]);
  const stops = new Map<number, AbortController>();
  let last = 0;

  const change = (key: number, parts: Partial<Upload>) => {
    list.set(list.get().map((one) => (one.key === key ? { ...one, ...parts } : one)));
  };
  const remove = (key: number) => {
    list.set(list.get().filter((one) => one.key !== key));
  };

  const next = () => {
    const uploads = list.get();
    if (uploads.some(({ state }) => state === 'sending' || state === 'finishing')) return;
    const waiting = uploads.find(({ state }) => state === 'queued');
    if (waiting !== undefined) void run(waiting);
  };

  const run = async (upload: Upload) => {
    const { key, file } = upload;
    const stop = new AbortController();
    stops.set(key, stop);
    const chosen = upload.chosen ?? newId();
    change(key, { state: 'sending', problem: null, chosen });
    const onTrouble = (problem: Problem | null) => {
      change(key, { problem });
    };
    const patience: Patience = { ...needs, signal: stop.signal, onTrouble };
    const patient: Patient = (ask) => persist(ask, patience);
    try {
      const begun = await begin(needs, { ...upload, chosen }, patient);
      if (begun !== null) {
        change(key, { id: begun.id, chosen: null });
        if (stop.signal.aborted) await needs.cancel(begun.id);
        stop.signal.throwIfAborted();
        needs.onChange();
        await send(key, file, begun, patience);
        change(key, { state: 'finishing', sent: file.size, speed: null });
        await finish(needs, begun.id, patient);
        needs.memory.forget(begun.id);
      }
      remove(key);
    } catch (error) {
      if (!stop.signal.aborted) change(key, { state: 'failed', speed: null, problem: asProblem(error) });
    } finally {
      stops.delete(key);
      needs.onChange();
      next();
    }
  };

  const send = async (key: number, file: File, { id, partBytes }: Begun, patience: Patience) => {
    const parts = partsOf(file.size, partBytes);
    const left = missing(parts, await persist(() => needs.arrived(id), patience));
    const gone = new Map(
      parts.filter((part) => !left.includes(part)).map((part) => [part.number, part.end - part.start]),
    );
    const pace = createPace();
    const tell = () => {
      const sent = [...gone.values()].reduce((sum, bytes) => sum + bytes, 0);
      pace.tell(sent);
      change(key, { sent, speed: pace.speed() });
    };
    tell();
    await sendParts(
      file,
      left,
      { ...needs, sign: (number) => needs.sign(id, number) },
      {
        ...patience,
        onSent: (number, bytes) => {
          gone.set(number, bytes);
          tell();
        },
      },
    );
  };

  const again = (key: number) => {
    change(key, { state: 'queued', problem: null });
    next();
  };

  return {
    list,
    add: (file, choice, id) => {
      last += 1;
      const fresh = { key: last, file, choice, id: id ?? null, chosen: null, sent: 0, speed: null, problem: null };
      list.set([...list.get(), { ...fresh, state: 'queued' }]);
      next();
    },
    again,
    resume: () => {
      for (const { key, state, problem } of list.get()) if (state === 'failed' && problem?.status === 0) again(key);
    },
    cancel: (key) => {
      const upload = list.get().find((one) => one.key === key);
      if (upload === undefined) return;
      stops.get(key)?.abort();
      remove(key);
      // Of one whose announcement was not answered, nobody knows whether there is anything to cancel.
      const id = upload.id ?? upload.chosen;
      if (id === null) return;
      needs.memory.forget(id);
      needs
        .cancel(id)
        .catch(() => undefined)
        .finally(needs.onChange);
    },
  };
}

interface Begun {
  id: string;
  partBytes: number;
}

type Patient = <T>(ask: () => Promise<T>) => Promise<T>;
type Asked = Pick<Upload, 'file' | 'choice' | 'id'> & { chosen: string };

/** Goes on with what was begun for this file, and else announces it. Null: what was begun is whole already. */
async function begin(needs: UploadNeeds, { file, choice, id, chosen }: Asked, patient: Patient): Promise<Begun | null> {
  const known = id === null ? needs.memory.find(file) : await asked(needs, id, file, patient);
  const status = known && (await statusOf(needs, known.id, patient));
  if (known && status === 'waiting') return known;
  if (known && id !== null && THERE.has(status)) {
    needs.memory.forget(known.id);
    return null;
  }
  const row = await patient(() => needs.announce(file, choice, chosen));
  const begun = { id: row.id, partBytes: row.upload.part_bytes };
  needs.memory.keep(file, begun);
  return begun;
}

/** A recording that was named by a person: the file must be as large as the one that was announced. */
async function asked(needs: UploadNeeds, id: string, file: File, patient: Patient): Promise<Begun | undefined> {
  const row = await patient(() => needs.recording(id));
  if (row.size !== file.size) throw otherFile();
  const remembered = needs.memory.partBytesOf(id);
  if (remembered !== undefined) return { id, partBytes: remembered };
  const first = (await patient(() => needs.arrived(id))).find(({ number }) => number === 1);
  if (first !== undefined) return { id, partBytes: first.size };
  // Nothing of it is there, and how it was to be cut nobody remembers: it begins anew.
  await patient(() => needs.cancel(id));
  return undefined;
}

const THERE = new Set<Recording['status'] | undefined>(['queued', 'running', 'succeeded']);

async function statusOf(needs: UploadNeeds, id: string, patient: Patient): Promise<Recording['status'] | undefined> {
  try {
    return (await patient(() => needs.recording(id))).status;
  } catch (error) {
    if (asProblem(error).status === 404) return undefined;
    throw error;
  }
}

/** One whose answer was lost is refused when it is asked again: it waits for nothing any more. */
async function finish(needs: UploadNeeds, id: string, patient: Patient): Promise<void> {
  try {
    await patient(() => needs.finish(id));
  } catch (error) {
    if (asProblem(error).status !== 409 || !THERE.has(await statusOf(needs, id, patient))) throw error;
  }
}

function otherFile(): Problem {
  return new Problem({
    status: 422,
    title: 'That is another file',
    detail: 'It is not as large as the one whose upload began. Choose the same file, or upload this one by itself.',
  });
}
