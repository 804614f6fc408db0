import { backOff } from '@/lib/live';
import { asProblem, type Problem } from '@/lib/problem';

export interface Patience {
  signal: AbortSignal;
  /** Ends early when the network is back, and not before that while there is none. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  random?: () => number;
  /** It did not work and is tried again; null once it goes on. */
  onTrouble: (problem: Problem | null) => void;
}

const TRIES = 8;

/** Asks again, later and later, for as long as it may well work; what is refused is refused. */
export async function persist<T>(
  ask: () => Promise<T>,
  patience: Patience,
  passes: (problem: Problem) => boolean = unanswered,
): Promise<T> {
  const { signal, wait, random, onTrouble } = patience;
  for (let tried = 1; ; tried += 1) {
    try {
      signal.throwIfAborted();
      const answer = await ask();
      onTrouble(null);
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      const problem = asProblem(error);
      if (tried >= TRIES || !passes(problem)) throw problem;
      onTrouble(problem);
      const told = (problem.retryAfterSeconds ?? 0) * 1000;
      await wait(Math.max(told, backOff(tried, random ?? Math.random)), signal);
    }
  }
}

/** Nobody was reached, or nobody who could answer. What the API says no to stays no. */
export function unanswered({ status }: Problem): boolean {
  return status === 0 || status >= 502;
}
