import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { onTestFinished } from 'vitest';

export interface Call {
  /** "GET /offers", without the prefix of the API. */
  what: string;
  query: URLSearchParams;
  body: unknown;
  token: string | null;
}

export interface Reply {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export type Handlers = Record<string, (call: Call) => Reply | Promise<Reply>>;

export interface Server {
  origin: string;
  calls: Call[];
  /** May be changed while a test runs. */
  handlers: Handlers;
  count: (what: string) => number;
}

/** A real server on this machine, which answers as the test says and remembers what it was asked. */
export async function serve(handlers: Handlers): Promise<Server> {
  const calls: Call[] = [];
  const answering: Server = {
    origin: '',
    calls,
    handlers,
    count: (what) => calls.filter((call) => call.what === what).length,
  };
  const server = createServer((request, response) => {
    void (async () => {
      const address = new URL(request.url ?? '/', 'http://test');
      const call: Call = {
        what: `${request.method ?? ''} ${address.pathname.replace('/api/v1', '')}`,
        query: address.searchParams,
        body: await bodyOf(request),
        token: request.headers.authorization?.replace('Bearer ', '') ?? null,
      };
      calls.push(call);
      const handler = answering.handlers[call.what];
      const {
        status = 200,
        body,
        headers = {},
      } = handler ? await handler(call) : problem(404, `Nothing answers ${call.what}.`);
      response.writeHead(status, {
        'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
        'X-Request-Id': 'req-0001',
        ...headers,
      });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  answering.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return answering;
}

export function problem(status: number, detail: string, errors?: { field: string; problem: string }[]): Reply {
  return {
    status,
    body: {
      type: 'about:blank',
      title: 'Refused',
      status,
      detail,
      instance: '/',
      request_id: 'req-0001',
      ...(errors ? { errors } : {}),
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? null : JSON.parse(text);
}
