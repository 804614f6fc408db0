// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { session } from '@/testing/rows';
import { problem, serve, type Server } from '@/testing/server';

import { leaseLock, type Lock } from './lock';
import { createSession } from './session';

const alone: Lock = (_name, work) => work();

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** Hands out token after token; only the newest is good. */
async function rotating(): Promise<Server> {
  let number = 0;
  return serve({
    'POST /auth/refresh': () => ({ body: session(`token-${(number += 1)}`) }),
    'GET /me': ({ token }) => (token === `token-${number}` ? { body: session().me } : problem(401, 'Sign in.')),
    'POST /auth/sign-out': () => ({ status: 204 }),
  });
}

const keeperAt = (server: Server, parts: Partial<Parameters<typeof createSession>[0]> = {}) =>
  createSession({ fetch: (request) => fetch(request), lock: alone, origin: server.origin, ...parts });

describe('the session', () => {
  it('is restored by the cookie at the start', async () => {
    const keeper = keeperAt(await rotating());
    await keeper.restore();
    expect(keeper.state.get()).toMatchObject({ status: 'in', entered: false, me: { name: 'Ada' } });
  });

  it('is new, not ended, when there was none', async () => {
    const keeper = keeperAt(await serve({ 'POST /auth/refresh': () => problem(401, 'Sign in.') }));
    await keeper.restore();
    expect(keeper.state.get()).toEqual({ status: 'out', because: 'new' });
  });

  it('is not given up when the server cannot be reached or is in trouble', async () => {
    const server = await serve({ 'POST /auth/refresh': () => problem(503, 'The database rests.') });
    const keeper = keeperAt(server);
    await keeper.restore();
    expect(keeper.state.get()).toMatchObject({ status: 'unreachable', problem: { message: 'The database rests.' } });
    server.handlers['POST /auth/refresh'] = () => ({ body: session() });
    await keeper.restore();
    expect(keeper.state.get().status).toBe('in');
  });

  it('is renewed once for many requests that find the token spent, and each is sent again', async () => {
    const server = await rotating();
    const keeper = keeperAt(server);
    await keeper.restore();
    keeper.accept(session('spent'));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => keeper.fetch(new Request(`${server.origin}/api/v1/me`))),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(server.count('POST /auth/refresh')).toBe(2);
  });

  it('is renewed before the request when the token is about to end', async () => {
    const server = await rotating();
    let now = 0;
    const keeper = keeperAt(server, { now: () => now });
    await keeper.restore();
    now = 890_000;
    expect((await keeper.fetch(new Request(`${server.origin}/api/v1/me`))).status).toBe(200);
    expect(server.count('GET /me')).toBe(1);
  });

  it('ends, and says so, when the server no longer renews it', async () => {
    const server = await rotating();
    const keeper = keeperAt(server);
    await keeper.restore();
    server.handlers['POST /auth/refresh'] = () => problem(401, 'This sign-in has ended.');
    server.handlers['GET /me'] = () => problem(401, 'Sign in.');
    const answer = await keeper.fetch(new Request(`${server.origin}/api/v1/me`));
    expect(answer.status).toBe(401);
    expect(keeper.state.get()).toEqual({ status: 'out', because: 'ended' });
  });

  it('is renewed one tab at a time, and a tab takes what another just got', async () => {
    const server = await rotating();
    const storage = memory();
    const listeners: ((event: MessageEvent) => void)[] = [];
    const channel = () => {
      const mine: ((event: MessageEvent) => void)[] = [];
      return {
        addEventListener: (_kind: string, listener: unknown) => {
          mine.push(listener as (event: MessageEvent) => void);
          listeners.push(listener as (event: MessageEvent) => void);
        },
        postMessage: (data: unknown) => {
          for (const listener of listeners) if (!mine.includes(listener)) listener({ data } as MessageEvent);
        },
      } as unknown as BroadcastChannel;
    };
    const tabs = [1, 2, 3].map(() => keeperAt(server, { lock: leaseLock(storage), channel: channel() }));
    await Promise.all(tabs.map((tab) => tab.restore()));
    expect(tabs.map((tab) => tab.state.get().status)).toEqual(['in', 'in', 'in']);
    expect(server.count('POST /auth/refresh')).toBe(1);
    await tabs[0]?.signOut();
    expect(tabs.map((tab) => tab.state.get())).toEqual(Array(3).fill({ status: 'out', because: 'left' }));
  });
});

describe('the lease of browsers without locks', () => {
  it('lets one work at a time, and takes over what a closed tab left behind', async () => {
    const storage = memory();
    storage.setItem('lock.x', 'gone:1');
    const [one, other] = [leaseLock(storage), leaseLock(storage)];
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`${name} out`);
    };
    await Promise.all([one('x', work('a')), other('x', work('b'))]);
    expect(order).toHaveLength(4);
    expect(order[1]).toBe(order[0]?.replace('in', 'out'));
    expect(storage.getItem('lock.x')).toBeNull();
  });
});
