import { FOLLOWING, minutesOf, type Pace } from '@/features/watches/pace';
import { limitOf } from '@/features/watches/wish';
import type { Priority, TaskStart, WatchStart } from '@/lib/schema';

/** A collection as the form has it. */
export interface WantedFields {
  marketplace: string;
  target: string;
  /** Once and now, or again and again. */
  keep: 'once' | 'watch';
  pace: Pace;
  priority: Priority;
  max_pages: number | string;
  max_offers: number | string;
  past_robots: boolean;
}

export function freshFields(marketplace: string): WantedFields {
  return {
    marketplace,
    target: '',
    keep: 'once',
    pace: FOLLOWING,
    priority: 'normal',
    max_pages: '',
    max_offers: '',
    past_robots: false,
  };
}

export function taskOf(fields: WantedFields): TaskStart {
  const { marketplace, target, priority, max_pages, max_offers, past_robots } = fields;
  return {
    marketplace,
    target,
    priority,
    max_pages: limitOf(max_pages),
    max_offers: limitOf(max_offers),
    past_robots,
  };
}

export function watchOf({ marketplace, target, pace, priority, max_pages, past_robots }: WantedFields): WatchStart {
  return { marketplace, target, every_minutes: minutesOf(pace), priority, max_pages: limitOf(max_pages), past_robots };
}

/** What is chosen beyond the usual, in a few words for a closed drawer. */
export function limitsInWords(fields: WantedFields): string {
  const said = [
    fields.priority === 'normal' ? null : `${fields.priority} priority`,
    fields.max_pages === '' ? null : `${fields.max_pages} pages at most`,
    fields.max_offers === '' || fields.keep === 'watch' ? null : `${fields.max_offers} offers at most`,
    fields.past_robots ? 'past robots.txt' : null,
  ].filter((one) => one !== null);
  return said.length === 0 ? 'as usual' : said.join(', ');
}
