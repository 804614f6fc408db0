import { count, money } from '@/lib/format';
import type { Availability } from '@/lib/schema';

import type { OfferSearch, Parts } from './search';

export const AVAILABILITY_WORDS: Record<Availability, string> = {
  in_stock: 'In stock',
  low_stock: 'Low stock',
  preorder: 'Preorder',
  out_of_stock: 'Sold out',
};

/** A filter that is on: what it says, and what takes it off. */
export interface FilterWord {
  said: string;
  off: Parts;
}

/** Every filter that is on, as chips say them, in the order of the form. */
export function filterWords(search: OfferSearch, title: (marketplace: string) => string): FilterWord[] {
  const { marketplace, seller, category, availability, sponsored, currency, min_rating, min_reviews } = search;
  const words: (FilterWord | null)[] = [
    marketplace === undefined ? null : { said: title(marketplace), off: { marketplace: undefined } },
    seller === undefined ? null : { said: `Seller: ${seller}`, off: { seller: undefined } },
    category === undefined ? null : { said: `Category: ${category}`, off: { category: undefined } },
    availability === undefined ? null : { said: AVAILABILITY_WORDS[availability], off: { availability: undefined } },
    sponsored === undefined ? null : { said: sponsored ? 'Sponsored' : 'Not sponsored', off: { sponsored: undefined } },
    ownPrice(search),
    between(search.min_price_usd, search.max_price_usd, 'USD', 'Price in USD: ', {
      min_price_usd: undefined,
      max_price_usd: undefined,
    }),
    currency !== undefined && ownPrice(search) === null ? { said: currency, off: { currency: undefined } } : null,
    min_rating === undefined ? null : { said: `${min_rating} stars and up`, off: { min_rating: undefined } },
    min_reviews === undefined
      ? null
      : { said: `${count(min_reviews)} reviews and more`, off: { min_reviews: undefined } },
  ];
  return words.filter((word) => word !== null);
}

function ownPrice({ min_price, max_price, currency }: OfferSearch): FilterWord | null {
  return between(min_price, max_price, currency ?? null, 'Price: ', {
    min_price: undefined,
    max_price: undefined,
    currency: undefined,
  });
}

function between(
  least: number | undefined,
  most: number | undefined,
  currency: string | null,
  said: string,
  off: Parts,
): FilterWord | null {
  if (least === undefined && most === undefined) return null;
  if (most === undefined) return { said: `${said}${money(least ?? 0, currency)} and more`, off };
  if (least === undefined) return { said: `${said}up to ${money(most, currency)}`, off };
  return { said: `${said}${money(least, currency)} to ${money(most, currency)}`, off };
}

/** A search on one line, as an export or a dialog names it: “cat mug”, Etsy, In stock. */
export function searchWords(search: OfferSearch, title: (marketplace: string) => string): string {
  const words = filterWords(search, title).map(({ said }) => said);
  const all = search.query === undefined ? words : [`“${search.query}”`, ...words];
  return all.length === 0 ? 'All offers' : all.join(', ');
}
