import type { Problem } from './problem';

/**
 * The problem's faults, each at the field of the form that it is about ("body.target" is the field "target"),
 * and what is left to say above the form.
 */
export function fieldErrors(
  problem: Problem,
  fields: readonly string[],
): { errors: Record<string, string>; rest: string | null } {
  const errors: Record<string, string> = {};
  let unplaced = Object.keys(problem.fields).length === 0;
  for (const [path, said] of Object.entries(problem.fields)) {
    const field = path.split('.').findLast((part) => fields.includes(part));
    if (field === undefined) unplaced = true;
    else errors[field] ??= said;
  }
  return { errors, rest: unplaced ? problem.message : null };
}

export function emailFault(value: string): string | null {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? null : 'Write an email address, like ada@example.com.';
}

export const SHORTEST_PASSWORD = 10;

export function passwordFault(value: string): string | null {
  return value.length >= SHORTEST_PASSWORD ? null : `At least ${SHORTEST_PASSWORD} characters.`;
}

export function neededFault(said: string): (value: string) => string | null {
  return (value) => (value.trim() ? null : said);
}
