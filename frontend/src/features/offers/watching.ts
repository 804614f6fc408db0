import type { Offer, Watch } from '@/lib/schema';

/** The watch on an offer's own page. Targets are spelled without "https://www." and what stands behind a "?". */
export function watchOf(
  watches: readonly Watch[],
  offer: Pick<Offer, 'marketplace' | 'product_url'>,
): Watch | undefined {
  const page = plain(offer.product_url ?? '');
  if (page === '') return undefined;
  return watches.find((one) => one.marketplace === offer.marketplace && plain(one.target) === page);
}

function plain(address: string): string {
  const bare = address
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '');
  return (bare.split(/[?#]/, 1)[0] ?? '').replace(/\/+$/, '').toLowerCase();
}
