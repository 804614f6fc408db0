import type { ArchivedPage, Collection, Export, Like, MatchedOffer, OfferDetail } from '@/lib/schema';

import { ME, offer } from './rows';

const ids = (tail: number) => `0198c1a0-0000-7000-8000-${String(tail).padStart(12, '0')}`;

export function offerDetail(parts: Partial<OfferDetail> = {}): OfferDetail {
  return { ...offer(parts), category_path: [], rated_on: null, page_id: ids(210), details: {}, ...parts };
}

export function archivedPage(parts: Partial<ArchivedPage> = {}): ArchivedPage {
  return {
    id: ids(210),
    marketplace: 'sample',
    url: 'https://shop.example/list?page=2',
    sha256: 'c0ffee',
    size: 12_345,
    content_type: 'text/html',
    fetched_at: '2026-11-01T08:00:00Z',
    task_id: ids(100),
    parser_version: 3,
    outcome: 'read',
    reason: null,
    offers_found: 48,
    ...parts,
  };
}

export function matched(parts: Partial<MatchedOffer> = {}): MatchedOffer {
  const { id, marketplace, external_id, title, seller, price, currency, price_usd, availability } = offer();
  const known = { id, marketplace, external_id, title, seller, price, currency, price_usd, availability };
  return { ...known, image_url: null, product_url: null, last_seen_at: '2026-11-01T08:00:00Z', ...parts };
}

export function like(parts: Partial<Like> = {}): Like {
  return {
    offer: matched({ id: ids(220), title: 'Cat Tee, retro', price_usd: '19.0000' }),
    verdict: 'maybe',
    score: 0.41,
    parts: {
      identifier: null,
      title: 0.8,
      information: 1,
      instead: 0.2,
      picture_distance: 20,
      price_ratio: 1.31,
      agrees: ['kind'],
      contradicts: ['colour'],
      shared: ['cat', 'retro'],
      only_one: [],
    },
    override: null,
    ...parts,
  };
}

export function collection(parts: Partial<Collection> = {}): Collection {
  return {
    id: ids(230),
    name: 'Cats',
    description: '',
    visibility: 'maker',
    may: 'decide',
    maker_id: ME.id,
    maker_name: 'Ada',
    maker_left: false,
    offers_count: 3,
    priced_count: 3,
    lowest_usd: '10',
    median_usd: '12',
    highest_usd: '20',
    marketplaces: { sample: 3 },
    last_seen_at: null,
    moved_7_days: 0,
    moved_30_days: 0,
    created_at: '2026-11-01T08:00:00Z',
    updated_at: '2026-11-01T08:00:00Z',
    archived_at: null,
    ...parts,
  };
}

export function exportRow(parts: Partial<Export> = {}): Export {
  return {
    id: ids(240),
    what: 'offers',
    format: 'csv',
    columns: ['id', 'title'],
    search: { query: 'cat' },
    byte_order_mark: true,
    started_by: `user:${ME.id}`,
    status: 'running',
    reason: null,
    rows_done: 500,
    rows_total: 2000,
    bytes: 120_000,
    tries: 1,
    retry_at: null,
    created_at: '2026-11-01T08:00:00Z',
    started_at: '2026-11-01T08:00:01Z',
    updated_at: '2026-11-01T08:00:02Z',
    ended_at: null,
    expires_at: null,
    ...parts,
  };
}
