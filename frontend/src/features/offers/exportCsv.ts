import type { Api } from '@/lib/api';
import { gatherCsv } from '@/lib/csv';
import type { Offer } from '@/lib/schema';

import { offerPage } from './queries';
import type { OfferSearch } from './search';

const PAGE = 200;

export const COLUMNS = {
  id: (offer: Offer) => offer.id,
  marketplace: (offer: Offer) => offer.marketplace,
  external_id: (offer: Offer) => offer.external_id,
  title: (offer: Offer) => offer.title,
  price: (offer: Offer) => offer.price,
  currency: (offer: Offer) => offer.currency,
  rating: (offer: Offer) => offer.rating,
  reviews_count: (offer: Offer) => offer.reviews_count,
  seller: (offer: Offer) => offer.seller,
  category: (offer: Offer) => offer.category,
  tags: (offer: Offer) => offer.tags.join('; '),
  image_url: (offer: Offer) => offer.image_url,
  product_url: (offer: Offer) => offer.product_url,
  first_seen_at: (offer: Offer) => offer.first_seen_at,
  last_seen_at: (offer: Offer) => offer.last_seen_at,
};

/** Every offer of a search. */
export function offersCsv(api: Api, search: OfferSearch) {
  return (signal: AbortSignal, onRows: (rows: number) => void) =>
    gatherCsv({ columns: COLUMNS, page: (cursor, stop) => offerPage(api, search, PAGE, cursor, stop), signal, onRows });
}
