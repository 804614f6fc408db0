import type { RunStatus, StepStatus, Verb } from '@/lib/schema';
import { given, oneOf, type Search } from '@/lib/search';

export const RUN_STATUSES = [
  'queued',
  'running',
  'waiting',
  'succeeded',
  'failed',
  'stopped',
] as const satisfies readonly RunStatus[];

export const STEP_STATUSES = [
  'queued',
  'running',
  'waiting',
  'done',
  'rejected',
  'blocked',
  'failed',
] as const satisfies readonly StepStatus[];

export const VERBS = ['analyse', 'ideate', 'generate', 'approve', 'publish'] as const satisfies readonly Verb[];

/** Which runs are listed, as the address has it. */
export interface RunSearch {
  status?: RunStatus;
}

export function runSearch(search: Search): RunSearch {
  return given<RunSearch>({ status: oneOf(search, 'status', RUN_STATUSES) });
}

/** Which steps of a run its timeline shows. */
export interface StepSearch {
  verb?: Verb;
  status?: StepStatus;
}

export function stepSearch(search: Search): StepSearch {
  return given<StepSearch>({ verb: oneOf(search, 'verb', VERBS), status: oneOf(search, 'status', STEP_STATUSES) });
}
