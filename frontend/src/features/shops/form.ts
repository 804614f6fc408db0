import { fieldErrors } from '@/lib/forms';
import type { Problem } from '@/lib/problem';
import { words } from '@/lib/readable';

/** A field of a connect form, as the channel's schema has it. */
export interface Field {
  name: string;
  label: string;
  about: string | null;
  required: boolean;
  /** Not to be read over a shoulder, and never shown again. */
  secret: boolean;
  pattern: RegExp | null;
  shortest: number;
  longest: number;
}

const LONGEST = 4000;

type Schema = Record<string, unknown>;

/** The fields that a channel asks for, in its order. */
export function fieldsOf(schema: Schema): Field[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(within(schema.properties)).map(([name, given]) => {
    const own = within(given);
    // What may be left out is "a text or nothing": the text is what is written.
    const text = own.type === 'string' ? own : (alternatives(own).find(({ type }) => type === 'string') ?? own);
    const merged: Schema = { ...text, ...own };
    return {
      name,
      label: string(merged.title) ?? words(name),
      about: string(merged.description),
      required: required.has(name),
      secret: merged.format === 'password' || merged.writeOnly === true,
      pattern: pattern(string(merged.pattern)),
      shortest: number(merged.minLength) ?? 0,
      longest: number(merged.maxLength) ?? LONGEST,
    };
  });
}

/** What is wrong with what is written there, before it is sent. */
export function fault(field: Field, written: string): string | null {
  const value = written.trim();
  if (value === '') return field.required ? 'This is needed.' : null;
  if (value.length < field.shortest) return `At least ${field.shortest} characters.`;
  if (value.length > field.longest) return `At most ${field.longest} characters.`;
  return field.pattern === null || field.pattern.test(value) ? null : 'This is not written as the shop wants it.';
}

/** What is sent: fields that were left empty are left out. */
export function credentialsOf(fields: readonly Field[], written: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = (written[name] ?? '').trim();
      return value === '' ? [] : [[name, value] as const];
    }),
  );
}

/** The problem's faults at the fields that they are about; "token: …" names its field in front. */
export function faultsOf(problem: Problem, names: readonly string[]): ReturnType<typeof fieldErrors> {
  const found = fieldErrors(problem, names);
  const [, name, said] = /^([\w-]+): (.+)$/s.exec(found.rest ?? '') ?? [];
  if (name === undefined || said === undefined || !names.includes(name)) return found;
  return { errors: { ...found.errors, [name]: said.charAt(0).toUpperCase() + said.slice(1) }, rest: null };
}

function within(given: unknown): Schema {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Schema) : {};
}

function alternatives(schema: Schema): Schema[] {
  return Array.isArray(schema.anyOf) ? schema.anyOf.map(within) : [];
}

function string(given: unknown): string | null {
  return typeof given === 'string' && given !== '' ? given : null;
}

function number(given: unknown): number | null {
  return typeof given === 'number' ? given : null;
}

/** A pattern that this browser does not understand is left to the server. */
function pattern(written: string | null): RegExp | null {
  if (written === null) return null;
  try {
    return new RegExp(written, 'u');
  } catch {
    return null;
  }
}
