import createClient, { type Client } from 'openapi-fetch';

import type { paths } from '@/client/schema';

import { Problem, problemFrom, unreachable } from './problem';

export type Api = Client<paths>;

export function createApi(fetch: (request: Request) => Promise<Response>, origin: string): Api {
  return createClient<paths>({ baseUrl: origin, fetch, credentials: 'same-origin' });
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; everything else is thrown as a Problem. */
export async function got<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await reached(answer);
  if (!response.ok) throw problemFrom(response, error);
  if (data === undefined || data === null) throw problemFrom(response, null);
  return data;
}

/** For answers without a body. */
export async function done(answer: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await reached(answer);
  if (!response.ok) throw problemFrom(response, error);
}

async function reached<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Problem || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw unreachable();
  }
}
