import { asProblem, Problem } from '@/lib/problem';
import type { ArrivedPart, NewRecording, Recording } from '@/lib/schema';
import { createStore, type Store } from '@/lib/store';

import { createPace } from './pace';
import { missing, partsOf, sendParts, type Way } from './parts';
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
  state: 'queued' | 'sending' | 'finishing' | 'failed';
  sent: number;
  /** Bytes a second. */
  speed: number | null;
  /** While it sends: what is tried again. When it failed: why. */
  problem: Problem | null;
}

/** What uploads need of the API and of the store of files. */
export interface UploadNeeds extends Omit<Way, 'sign'> {
  announce: (file: File, choice: Choice) => Promise<NewRecording>;
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
    change(key, { state: 'sending', problem: null });
    try {
      const begun = await begin(needs, upload);
      change(key, { id: begun.id });
      if (stop.signal.aborted) await needs.cancel(begun.id);
      stop.signal.throwIfAborted();
      needs.onChange();
      await send(key, file, begun, stop.signal);
      change(key, { state: 'finishing', sent: file.size, speed: null });
      await needs.finish(begun.id);
      needs.memory.forget(begun.id);
      remove(key);
    } catch (error) {
      if (!stop.signal.aborted) change(key, { state: 'failed', speed: null, problem: asProblem(error) });
    } finally {
      stops.delete(key);
      needs.onChange();
      next();
    }
  };

  const send = async (key: number, file: File, { id, partBytes }: Begun, signal: AbortSignal) => {
    const parts = partsOf(file.size, partBytes);
    const left = missing(parts, await needs.arrived(id));
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
        signal,
        onSent: (number, bytes) => {
          gone.set(number, bytes);
          tell();
        },
        onTrouble: (problem) => {
          change(key, { problem });
        },
      },
    );
  };

  return {
    list,
    add: (file, choice, id) => {
      last += 1;
      const fresh = { key: last, file, choice, id: id ?? null, sent: 0, speed: null, problem: null };
      list.set([...list.get(), { ...fresh, state: 'queued' }]);
      next();
    },
    again: (key) => {
      change(key, { state: 'queued', problem: null });
      next();
    },
    cancel: (key) => {
      const upload = list.get().find((one) => one.key === key);
      if (upload === undefined) return;
      stops.get(key)?.abort();
      remove(key);
      if (upload.id === null) return;
      needs.memory.forget(upload.id);
      needs
        .cancel(upload.id)
        .catch(() => undefined)
        .finally(needs.onChange);
    },
  };
}

interface Begun {
  id: string;
  partBytes: number;
}

/** Goes on with what was begun for this file, and else announces it. */
async function begin(needs: UploadNeeds, { file, choice, id }: Upload): Promise<Begun> {
  const known = id === null ? needs.memory.find(file) : await asked(needs, id, file);
  if (known !== undefined && (await waits(needs, known.id))) return known;
  const row = await needs.announce(file, choice);
  const begun = { id: row.id, partBytes: row.upload.part_bytes };
  needs.memory.keep(file, begun);
  return begun;
}

/** A recording that was named by a person: the file must be as large as the one that was announced. */
async function asked(needs: UploadNeeds, id: string, file: File): Promise<Begun | undefined> {
  const row = await needs.recording(id);
  if (row.size !== file.size) throw otherFile();
  const partBytes = needs.memory.partBytesOf(id) ?? (await needs.arrived(id)).find(({ number }) => number === 1)?.size;
  if (partBytes !== undefined) return { id, partBytes };
  // Nothing of it is there, and how it was to be cut nobody remembers: it begins anew.
  await needs.cancel(id);
  return undefined;
}

async function waits(needs: UploadNeeds, id: string): Promise<boolean> {
  try {
    return (await needs.recording(id)).status === 'waiting';
  } catch (error) {
    if (asProblem(error).status === 404) return false;
    throw error;
  }
}

function otherFile(): Problem {
  return new Problem({
    status: 422,
    title: 'That is another file',
    detail: 'It is not as large as the one whose upload began. Choose the same file, or upload this one by itself.',
  });
}
