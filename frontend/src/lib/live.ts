/** One thing that happened, as the socket tells it: ids only, the app fetches the rest. */
export interface LiveMessage {
  number: number;
  topic: string;
  event: string;
  ids: Record<string, string>;
  at: string;
}

export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'off';

/** The part of a WebSocket that is used here. */
export interface Socket {
  send: (text: string) => void;
  close: () => void;
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
}

/** The browser's own socket, as this module needs it. */
export function openSocket(address: string): Socket {
  const real = new WebSocket(address);
  const socket: Socket = {
    send: (text) => {
      if (real.readyState === WebSocket.OPEN) real.send(text);
    },
    close: () => {
      real.close();
    },
    onopen: null,
    onclose: null,
    onmessage: null,
  };
  real.addEventListener('open', () => socket.onopen?.());
  real.addEventListener('close', () => socket.onclose?.());
  real.addEventListener('message', (event) => socket.onmessage?.({ data: event.data as unknown }));
  return socket;
}

export interface LiveNeeds {
  ticket: () => Promise<{ ticket: string; path: string }>;
  open: (address: string) => Socket;
  onMessages: (messages: LiveMessage[]) => void;
  /** Something may have been missed for good: fetch everything again. */
  onLost: () => void;
  onStatus: (status: LiveStatus) => void;
  random?: () => number;
}

export interface Live {
  start: () => void;
  stop: () => void;
  /** The network is back, or the tab is looked at again: do not wait for the back-off. */
  hurry: () => void;
}

const TOPICS = 'accounts alerts audit designs ideas listings market runs social speech trends'.split(' ');
const PING_MS = 5 * 60_000;
const SILENT_MS = 20_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** Full jitter: many browsers that lost the same server do not come back in step. */
export function backOff(attempt: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return ceiling / 2 + (random() * ceiling) / 2;
}

/** Keeps one socket open and every message heard once, in order, whatever the connection does. */
export function createLive(needs: LiveNeeds): Live {
  const random = needs.random ?? Math.random;
  let socket: Socket | null = null;
  let wanted = false;
  let opening = 0;
  let attempt = 0;
  let last: number | null = null;
  let highest = 0;
  let replaying = false;
  let talking = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let ping: ReturnType<typeof setInterval> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const say = (frame: object) => socket?.send(JSON.stringify(frame));
  const expectAnswer = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      dropped(socket);
    }, SILENT_MS);
  };
  const replay = () => {
    replaying = true;
    say({ action: 'replay', after: last ?? 0 });
    expectAnswer();
  };
  const check = () => {
    say({ action: 'ping' });
    expectAnswer();
  };
  const deliver = (messages: LiveMessage[]) => {
    if (messages.length > 0) needs.onMessages(messages);
  };

  const heard = (message: LiveMessage) => {
    highest = Math.max(highest, message.number);
    // Not yet told where the numbers stand, or catching up: the coming answer covers it.
    if (last === null || replaying || message.number <= last) return;
    if (message.number > last + 1) {
      replay();
      return;
    }
    last = message.number;
    deliver(apart(message));
  };

  /** The numbers stand further than what was heard: a message was lost, or was more than could be pushed. */
  const standing = (head: unknown) => {
    highest = Math.max(highest, Number(head ?? 0));
    if (last !== null && !replaying && highest > last) replay();
  };

  const subscribed = (head: number) => {
    attempt = 0;
    needs.onStatus('live');
    if (last === null || head < last) {
      // What was fetched before now may be older than the first message we shall hear;
      // and numbers that went backwards are those of another history.
      last = highest = head;
      needs.onLost();
      return;
    }
    highest = Math.max(highest, head);
    if (highest !== last) replay();
  };

  const replayed = (frame: { messages: LiveMessage[]; head: number; complete: boolean }) => {
    replaying = false;
    const before = last ?? 0;
    last = frame.complete ? Math.max(before, frame.head) : frame.head;
    if (frame.complete) deliver(frame.messages.filter((message) => message.number > before).flatMap(apart));
    else {
      highest = frame.head;
      needs.onLost();
    }
    if (highest > last) replay();
  };

  const read = (data: unknown) => {
    clearTimeout(silence);
    const frame = parse(data);
    if (frame?.type === 'message') heard(frame as unknown as LiveMessage);
    else if (frame?.type === 'subscribed') subscribed(Number(frame.head));
    else if (frame?.type === 'behind' || frame?.type === 'pong') standing(frame.head);
    else if (frame?.type === 'replayed') replayed(frame as unknown as Parameters<typeof replayed>[0]);
  };

  const dropped = (which: Socket | null) => {
    if (which !== socket) return;
    release();
    if (!wanted) return;
    needs.onStatus('reconnecting');
    retry = setTimeout(() => void connect(), backOff(attempt, random));
    attempt += 1;
  };

  const release = () => {
    clearTimeout(retry);
    clearTimeout(silence);
    clearInterval(ping);
    opening += 1;
    replaying = talking = false;
    const old = socket;
    socket = null;
    if (!old) return;
    old.onopen = old.onclose = old.onmessage = null;
    old.close();
  };

  const connect = async () => {
    clearTimeout(retry);
    const mine = (opening += 1);
    let pass: { ticket: string; path: string };
    try {
      pass = await needs.ticket();
    } catch {
      if (mine === opening) dropped(socket);
      return;
    }
    if (mine !== opening) return;
    const fresh = needs.open(`${pass.path}?ticket=${encodeURIComponent(pass.ticket)}`);
    socket = fresh;
    expectAnswer();
    fresh.onopen = () => {
      talking = true;
      say({ action: 'subscribe', topics: TOPICS });
      expectAnswer();
      ping = setInterval(check, PING_MS);
    };
    fresh.onclose = () => {
      dropped(fresh);
    };
    fresh.onmessage = (event) => {
      read(event.data);
    };
  };

  return {
    start: () => {
      if (wanted) return;
      wanted = true;
      needs.onStatus('connecting');
      void connect();
    },
    stop: () => {
      wanted = false;
      release();
      needs.onStatus('off');
    },
    hurry: () => {
      if (!wanted) return;
      if (socket) {
        // It may have died while the machine slept, without a word.
        if (talking) check();
        return;
      }
      attempt = 0;
      release();
      void connect();
    },
  };
}

/** One number may stand for many rows that changed in the same moment: each is told as a message of its own. */
function apart({ more = [], ...first }: LiveMessage & { more?: Record<string, string>[] }): LiveMessage[] {
  return [first, ...more.map((ids) => ({ ...first, ids }))];
}

function parse(data: unknown): ({ type: string } & Record<string, unknown>) | null {
  if (typeof data !== 'string') return null;
  try {
    const frame: unknown = JSON.parse(data);
    return typeof frame === 'object' && frame !== null && 'type' in frame && typeof frame.type === 'string'
      ? (frame as { type: string } & Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
