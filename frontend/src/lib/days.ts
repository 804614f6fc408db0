export const DAY_MS = 86_400_000;

/** A day of the calendar as a moment: noon where the reader is, so that no time zone moves it to another day. */
export function moment(day: string): number {
  return new Date(`${day}T12:00:00`).getTime();
}

/** The day that a moment lies in, as the API writes it. */
export function dayAt(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** So many days later, or earlier. */
export function shifted(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00`);
  date.setDate(date.getDate() + days);
  return dayAt(date.getTime());
}
