import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { App } from '@/app/App';
import { createApi } from '@/lib/api';
import { leaseLock } from '@/lib/lock';
import { createReach } from '@/lib/reach';
import { createSession } from '@/lib/session';

import { SAMPLE, session } from './rows';
import { type Handlers, serve, type Server } from './server';

const NOTHING = { body: { items: [], next_cursor: null } };

/** Answers for somebody who is signed in and has nothing yet. */
export const SIGNED_IN: Handlers = {
  'POST /auth/refresh': () => ({ body: session() }),
  'GET /marketplaces': () => ({ body: { items: [SAMPLE] } }),
  'GET /tasks': () => NOTHING,
  'GET /watches': () => NOTHING,
  'GET /offers': () => NOTHING,
  'GET /members': () => NOTHING,
  'GET /subjects': () => NOTHING,
  'GET /alerts': () => NOTHING,
};

/** The whole app at an address, in front of a real server. */
export async function open(place: string, handlers: Handlers) {
  const server: Server = await serve(handlers);
  const reach = createReach((request) => fetch(request), server.origin);
  const keeper = createSession({ fetch: reach.fetch, lock: leaseLock(localStorage), origin: server.origin });
  const outside = { api: createApi(keeper.fetch, server.origin), session: keeper, reach };
  const history = createMemoryHistory({ initialEntries: [place] });
  const view = render(<App outside={outside} history={history} />);
  return { server, history, outside, user: userEvent.setup(), ...view };
}
