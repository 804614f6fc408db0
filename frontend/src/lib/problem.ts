import type { ProblemDocument } from './schema';

/** Why a request did not work, in words for a person. `status` 0 means that no answer came at all. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly requestId: string | null;
  readonly fields: Record<string, string>;
  readonly retryAfterSeconds: number | null;

  constructor(told: {
    status: number;
    title: string;
    detail: string;
    requestId?: string | null;
    fields?: Record<string, string>;
    retryAfterSeconds?: number | null;
  }) {
    super(told.detail);
    this.name = 'Problem';
    this.status = told.status;
    this.title = told.title;
    this.requestId = told.requestId ?? null;
    this.fields = told.fields ?? {};
    this.retryAfterSeconds = told.retryAfterSeconds ?? null;
  }

  /** True when asking again may well work. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

export function unreachable(): Problem {
  return new Problem({
    status: 0,
    title: 'No connection',
    detail: 'Wareloom cannot be reached. Check the connection and try again.',
  });
}

export function problemFrom(response: Response, body: unknown): Problem {
  const requestId = response.headers.get('X-Request-Id');
  const retryAfterSeconds = seconds(response.headers.get('Retry-After'));
  if (isDocument(body)) {
    return new Problem({
      status: response.status,
      title: body.title,
      detail: body.detail,
      requestId: body.request_id || requestId,
      fields: Object.fromEntries((body.errors ?? []).map((fault) => [fault.field, sentence(fault.problem)])),
      retryAfterSeconds,
    });
  }
  return new Problem({
    status: response.status,
    title: 'That did not work',
    detail: `The server answered ${response.status} without saying why.`,
    requestId,
    retryAfterSeconds,
  });
}

/** Whatever was thrown, as something that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error && error.message ? error.message : 'Something unexpected happened.';
  return new Problem({ status: -1, title: 'Something went wrong', detail });
}

function isDocument(body: unknown): body is ProblemDocument {
  return (
    typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string' && 'title' in body
  );
}

function seconds(header: string | null): number | null {
  const read = Number(header);
  return header !== null && Number.isFinite(read) ? read : null;
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
