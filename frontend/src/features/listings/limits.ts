/** How long something may be at a channel; null where it names no limit. */
export function limit(limits: Record<string, unknown>, name: string): number | null {
  const most = limits[name];
  return typeof most === 'number' ? most : null;
}
