/** Reading what an address says. People edit addresses and old links live long: what makes no sense is left out. */
export type Search = Record<string, unknown>;

export function text(search: Search, name: string, longest = 200): string | undefined {
  const value = search[name];
  const written = typeof value === 'number' ? String(value) : value;
  if (typeof written !== 'string') return undefined;
  const trimmed = written.trim().slice(0, longest);
  return trimmed === '' ? undefined : trimmed;
}

export function oneOf<T extends string>(search: Search, name: string, allowed: readonly T[]): T | undefined {
  const value = search[name];
  return allowed.find((one) => one === value);
}

export function number(search: Search, name: string, { least = 0, most = 1e9 } = {}): number | undefined {
  const value = search[name];
  if (value === undefined || value === null || value === '' || typeof value === 'boolean') return undefined;
  const read = Number(value);
  return Number.isFinite(read) && read >= least && read <= most ? read : undefined;
}

export function flag(search: Search, name: string): boolean | undefined {
  const value = search[name];
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
}

/** The object without its undefined parts, so that they do not show in the address. */
export function given<T extends object>(parts: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
}

/** A place of our own to go back to after signing in; never another site. */
export function innerPlace(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return undefined;
  return /^\/(sign-in|sign-up|join)\b/.test(value) ? undefined : value;
}

/** The id of a row. */
export function uuid(search: Search, name: string): string | undefined {
  const written = text(search, name, 36)?.toLowerCase();
  return written !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(written) ? written : undefined;
}
