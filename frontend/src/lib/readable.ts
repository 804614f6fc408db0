/** "offers_seen" as people write it: "Offers seen". */
export function words(name: string): string {
  const spaced = name.replaceAll(/[_.-]+/g, ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A fact's value on one line. */
export function value(given: unknown): string {
  if (given === null || given === undefined || given === '') return '–';
  if (typeof given === 'boolean') return given ? 'yes' : 'no';
  if (typeof given === 'number') return new Intl.NumberFormat().format(given);
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) return given.length === 0 ? '–' : given.map(value).join(', ');
  return JSON.stringify(given);
}
