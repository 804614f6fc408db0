import { count, money, percent, plural, rating } from '@/lib/format';

import { at, DAY_MS, type Point } from './history';

export interface Span {
  label: string;
  /** A sentence for each thing that is told of the offer; none when the offer was not known then. */
  said: string[];
  /** Why there is nothing to say. */
  none: string | null;
}

const SPANS: [string, number | null][] = [
  ['In 7 days', 7],
  ['In 30 days', 30],
  ['Since it was first seen', null],
];

/** What has changed until it was last seen: prices in the currency of the points. */
export function changes(all: readonly Point[], lastSeen: number, now: number, currency: string | null): Span[] {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  return SPANS.map(([label, days]) => {
    const since = days === null ? first.at : now - days * DAY_MS;
    if (lastSeen < since) return { label, said: [], none: 'It was not seen since then.' };
    const before = at(all, since);
    if (before === null) return { label, said: [], none: 'It was not known yet.' };
    return { label, said: sentences(before, last, currency), none: null };
  });
}

function sentences(before: Point, last: Point, currency: string | null): string[] {
  const said = [
    priceSaid(before.price, last.price, currency),
    reviewsSaid(before.reviews, last.reviews),
    ratingSaid(before.rating, last.rating),
    rankSaid(before.rank, last.rank),
  ].filter((one) => one !== null);
  return said.length > 0 ? said : ['Nothing that changes is told of it.'];
}

function priceSaid(before: number | null, last: number | null, currency: string | null): string | null {
  if (last === null) return before === null ? null : `The price of ${money(before, currency)} is no longer shown`;
  if (before === null) return `The price of ${money(last, currency)} was not shown before`;
  if (before === last) return `The price stayed at ${money(last, currency)}`;
  const share = before === 0 ? '' : ` (${percent((last - before) / before)})`;
  const by = money(Math.abs(last - before), currency);
  return `The price ${last > before ? 'rose' : 'fell'} by ${by}${share}, from ${money(before, currency)} to ${money(last, currency)}`;
}

function reviewsSaid(before: number | null, last: number | null): string | null {
  if (before === null || last === null) return last === null ? null : plural(last, 'review');
  if (before === last) return `No new reviews: ${count(last)}`;
  const more = last > before;
  return `${plural(Math.abs(last - before), more ? 'more review' : 'review less', more ? 'more reviews' : 'reviews less')}: ${count(last)}`;
}

function ratingSaid(before: number | null, last: number | null): string | null {
  if (last === null) return null;
  const now = rating(String(last));
  if (before === null || rating(String(before)) === now)
    return `Rated ${now} of 5${before === null ? '' : ', as before'}`;
  return `The rating ${last > before ? 'rose' : 'fell'} from ${rating(String(before))} to ${now}`;
}

function rankSaid(before: number | null, last: number | null): string | null {
  if (last === null) return before === null ? null : `It left the list in which it was #${count(before)}`;
  if (before === null) return `It came to #${count(last)}`;
  if (before === last) return `It stayed at #${count(last)}`;
  return `It ${last < before ? 'climbed' : 'sank'} ${plural(Math.abs(last - before), 'place')}, from #${count(before)} to #${count(last)}`;
}
