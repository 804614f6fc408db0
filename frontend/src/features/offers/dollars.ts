import type { OfferDetail } from '@/lib/schema';

/** What one of the offer's currency is in US dollars, and by whose day's rates. */
export interface Dollars {
  rate: number;
  day: string | null;
}

/** Null where no rate is known, or none is needed. Older prices are told by the same rate: a chart compares prices. */
export function dollarsOf({ price, price_usd, currency, rated_on }: OfferDetail): Dollars | null {
  if (price === null || price_usd === null || currency === null || currency === 'USD') return null;
  const rate = Number(price_usd) / Number(price);
  return Number.isFinite(rate) && rate > 0 ? { rate, day: rated_on } : null;
}
