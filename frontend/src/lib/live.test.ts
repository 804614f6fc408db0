import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { backOff, createLive, type LiveMessage, type LiveStatus, type Socket } from './live';

class Wire implements Socket {
  sent: Record<string, unknown>[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly address: string;
  constructor(address: string) {
    this.address = address;
  }
  send = (text: string) => {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  };
  close = () => {
    this.closed = true;
  };
  tell(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

const message = (number: number): LiveMessage => ({
  number,
  topic: 'market',
  event: 'TaskProgressed',
  ids: { task_id: `t${number}` },
  at: '2026-11-20T12:00:00Z',
});
const frame = (number: number) => ({ type: 'message', ...message(number) });

function setUp(
  ticket: () => Promise<{ ticket: string; path: string }> = () => Promise.resolve({ ticket: 'a b', path: '/ws' }),
) {
  const wires: Wire[] = [];
  const heard: number[] = [];
  const ids: (string | undefined)[] = [];
  const statuses: LiveStatus[] = [];
  let lost = 0;
  const live = createLive({
    ticket,
    open: (address) => {
      const wire = new Wire(address);
      wires.push(wire);
      return wire;
    },
    onMessages: (messages) => {
      heard.push(...messages.map((one) => one.number));
      ids.push(...messages.map((one) => one.ids.task_id));
    },
    onLost: () => (lost += 1),
    onStatus: (status) => statuses.push(status),
    random: () => 0.5,
  });
  const wire = () => {
    const last = wires.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  };
  const connect = async (head: number) => {
    await vi.advanceTimersByTimeAsync(0);
    wire().onopen?.();
    wire().tell({ type: 'subscribed', topics: [], head });
  };
  return { live, wires, wire, heard, ids, statuses, connect, lost: () => lost };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the live connection', () => {
  it('opens with a ticket, subscribes and is live once that is confirmed', async () => {
    const { live, wire, statuses, connect } = setUp();
    live.start();
    await connect(7);
    expect(wire().address).toBe('/ws?ticket=a%20b');
    expect(wire().sent[0]).toEqual({
      action: 'subscribe',
      topics: 'accounts alerts audit designs ideas listings market runs social speech trends'.split(' '),
    });
    expect(statuses).toEqual(['connecting', 'live']);
  });

  it('has everything fetched again on the first connection: older answers may miss what came before it', async () => {
    const { live, connect, lost } = setUp();
    live.start();
    await connect(7);
    expect(lost()).toBe(1);
  });

  it('delivers the next number at once and a repeated one never', async () => {
    const { live, wire, heard, connect } = setUp();
    live.start();
    await connect(7);
    wire().tell(frame(8));
    wire().tell(frame(8));
    wire().tell(frame(7));
    expect(heard).toEqual([8]);
  });

  it('asks for what is missing when a number was jumped, and delivers each once and in order', async () => {
    const { live, wire, heard, connect } = setUp();
    live.start();
    await connect(7);
    wire().tell(frame(10));
    expect(wire().sent.at(-1)).toEqual({ action: 'replay', after: 7 });
    wire().tell(frame(11));
    wire().tell({ type: 'replayed', messages: [8, 9, 10].map(frame), head: 10, complete: true });
    expect(wire().sent.at(-1)).toEqual({ action: 'replay', after: 10 });
    wire().tell({ type: 'replayed', messages: [frame(11)], head: 11, complete: true });
    expect(heard).toEqual([8, 9, 10, 11]);
  });

  it('replays after the last number seen when it comes back', async () => {
    const { live, wire, wires, heard, statuses, connect, lost } = setUp();
    live.start();
    await connect(7);
    wire().tell(frame(8));
    wire().onclose?.();
    expect(statuses.at(-1)).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(400);
    expect(wires).toHaveLength(2);
    await connect(9);
    expect(wire().sent.at(-1)).toEqual({ action: 'replay', after: 8 });
    wire().tell({ type: 'replayed', messages: [frame(9)], head: 9, complete: true });
    expect(heard).toEqual([8, 9]);
    expect(lost()).toBe(1);
  });

  it('has everything fetched again when the gap is too old to be replayed', async () => {
    const { live, wire, heard, connect, lost } = setUp();
    live.start();
    await connect(7);
    wire().tell(frame(500));
    wire().tell({ type: 'replayed', messages: [], head: 500, complete: false });
    wire().tell(frame(501));
    expect(lost()).toBe(2);
    expect(heard).toEqual([501]);
  });

  it('starts over when the numbers went backwards', async () => {
    const { live, wire, heard, connect, lost } = setUp();
    live.start();
    await connect(70);
    wire().onclose?.();
    await vi.advanceTimersByTimeAsync(400);
    await connect(2);
    wire().tell(frame(3));
    expect(lost()).toBe(2);
    expect(heard).toEqual([3]);
  });

  it('waits longer after each failure, and at once tries again when hurried', async () => {
    let asked = 0;
    const { live } = setUp(() => {
      asked += 1;
      return Promise.reject(new Error('no'));
    });
    live.start();
    await vi.advanceTimersByTimeAsync(10_000);
    const calm = asked;
    expect(calm).toBeGreaterThan(2);
    expect(calm).toBeLessThan(8);
    live.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(calm + 1);
  });

  it('tells every row that one message stands for, live and replayed', async () => {
    const { live, wire, heard, ids, connect } = setUp();
    live.start();
    await connect(1);
    wire().tell({ ...frame(2), more: [{ task_id: 'x' }, { task_id: 'y' }] });
    wire().tell(frame(4));
    wire().tell({
      type: 'replayed',
      messages: [{ ...frame(3), more: [{ task_id: 'z' }] }, frame(4)],
      head: 4,
      complete: true,
    });
    expect(heard).toEqual([2, 2, 2, 3, 3, 4]);
    expect(ids).toEqual(['t2', 'x', 'y', 't3', 'z', 't4']);
  });

  it.each(['behind', 'pong'])('asks for what it lacks when a %s says that the numbers stand further', async (type) => {
    const { live, wire, connect } = setUp();
    live.start();
    await connect(3);
    wire().tell({ type, head: 3 });
    wire().tell({ type, head: 9 });
    wire().tell({ type, head: 9 });
    expect(wire().sent.filter((one) => one.action === 'replay')).toEqual([{ action: 'replay', after: 3 }]);
  });

  it('is never idle for ten minutes, and comes back with a new ticket when its two hours are over', async () => {
    const ticket = vi.fn(() => Promise.resolve({ ticket: 't', path: '/ws' }));
    const { live, wire, wires, connect } = setUp(ticket);
    live.start();
    await connect(5);
    for (let fives = 1; fives <= 24; fives += 1) {
      await vi.advanceTimersByTimeAsync(5 * 60_000);
      expect(wire().sent).toHaveLength(1 + fives);
      wire().tell({ type: 'pong', head: 5 });
    }
    expect(wires).toHaveLength(1);
    wire().onclose?.();
    await vi.advanceTimersByTimeAsync(1000);
    await connect(8);
    expect(ticket).toHaveBeenCalledTimes(2);
    expect(wire().sent.at(-1)).toEqual({ action: 'replay', after: 5 });
  });

  it('pings, and gives up a connection that no longer answers', async () => {
    const { live, wire, statuses, connect } = setUp();
    live.start();
    await connect(7);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(wire().sent.at(-1)).toEqual({ action: 'ping' });
    const silent = wire();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(silent.closed).toBe(true);
    expect(statuses).toContain('reconnecting');
  });

  it('survives frames that are no JSON, and is silent after it was stopped', async () => {
    const { live, wire, heard, statuses, connect } = setUp();
    live.start();
    await connect(7);
    wire().onmessage?.({ data: '{nonsense' });
    const old = wire();
    live.stop();
    old.tell(frame(8));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual([]);
    expect(statuses.at(-1)).toBe('off');
  });

  it('backs off with jitter up to half a minute', () => {
    expect(backOff(0, () => 0)).toBe(250);
    expect(backOff(0, () => 1)).toBe(500);
    expect(backOff(30, () => 1)).toBe(30_000);
  });
});
