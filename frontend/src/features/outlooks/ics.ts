import { shifted } from '@/lib/days';
import type { Launch } from '@/lib/schema';

import { DATES } from './launches';

/** A calendar file as RFC 5545 has it: one event of a whole day for each date that is not past. */
export function launchesIcs(launches: readonly Launch[], origin: string, now: Date): string {
  const today = now.toISOString().slice(0, 10);
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const events = launches.flatMap((launch) =>
    DATES.filter(({ name }) => launch[name] >= today).map(({ name, does }) => [
      'BEGIN:VEVENT',
      `UID:${launch.trend_id}-${name}-${launch.peak}@wareloom`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(launch[name])}`,
      `DTEND;VALUE=DATE:${plain(shifted(launch[name], 1))}`,
      `SUMMARY:${escaped(`${does} “${launch.name}”`)}`,
      `DESCRIPTION:${escaped(`Counted back from its peak on ${launch.peak}.`)}`,
      `URL:${origin}/trends/${launch.trend_id}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
  );
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Wareloom//Trends//EN', ...events.flat(), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

export function eventsIn(file: string): number {
  return file.split('BEGIN:VEVENT').length - 1;
}

function plain(day: string): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');
}

const LONGEST = 75;

/** No line is longer than 75 bytes; what is goes on in the next, after a space. No letter is cut in two. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let [whole, used] = ['', 0];
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    const full = used + size > LONGEST;
    whole += full ? `\r\n ${letter}` : letter;
    used = full ? 1 + size : used + size;
  }
  return whole;
}
