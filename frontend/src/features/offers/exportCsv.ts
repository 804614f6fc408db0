import { gatherCsv } from '@/lib/csv';
import type { Offer } from '@/lib/schema';

export const COLUMNS = {
  id: (offer: Offer) => offer.id,
  marketplace: (offer: Offer) => offer.marketplace,
  external_id: (offer: Offer) => offer.external_id,
  title: (offer: Offer) => offer.title,
  price: (offer: Offer) => offer.price,
  currency: (offer: Offer) => offer.currency,
  list_price: (offer: Offer) => offer.list_price,
  price_usd: (offer: Offer) => offer.price_usd,
  rating: (offer: Offer) => offer.rating,
  reviews_count: (offer: Offer) => offer.reviews_count,
  availability: (offer: Offer) => offer.availability,
  rank: (offer: Offer) => offer.rank,
  stock: (offer: Offer) => offer.stock,
  sponsored: (offer: Offer) => (offer.sponsored ? 'true' : 'false'),
  seller: (offer: Offer) => offer.seller,
  category: (offer: Offer) => offer.category,
  tags: (offer: Offer) => offer.tags.join('; '),
  image_url: (offer: Offer) => offer.image_url,
  product_url: (offer: Offer) => offer.product_url,
  first_seen_at: (offer: Offer) => offer.first_seen_at,
  last_seen_at: (offer: Offer) => offer.last_seen_at,
};

/** These offers as a file, which needs no server: they are at hand. */
export function offersCsv(offers: readonly Offer[]): Promise<string[]> {
  return gatherCsv({
    columns: COLUMNS,
    page: () => Promise.resolve({ items: [...offers] }),
    signal: new AbortController().signal,
    onRows: () => undefined,
  });
}
