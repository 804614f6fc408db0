import type { Collected, Collection, Import, ImportKind, ImportPreview, Match, MatchedOffer } from '@/lib/schema';

import { ME, offer } from './rows';

const id = (tail: number) => `0198c1a0-0000-7000-8000-${String(tail).padStart(12, '0')}`;

export function collection(parts: Partial<Collection> = {}): Collection {
  return {
    id: id(1100),
    name: 'Rivals',
    description: 'Cat mugs of others.',
    visibility: 'maker',
    may: 'decide',
    maker_id: ME.id,
    maker_name: ME.name,
    maker_left: false,
    offers_count: 2,
    priced_count: 2,
    lowest_usd: '12.50',
    median_usd: '20',
    highest_usd: '27.50',
    marketplaces: { sample: 2 },
    last_seen_at: '2026-11-20T08:00:00Z',
    moved_7_days: 1,
    moved_30_days: 2,
    created_at: '2026-11-01T08:00:00Z',
    updated_at: '2026-11-20T08:00:00Z',
    archived_at: null,
    ...parts,
  };
}

export function collected(parts: Partial<Collected> = {}): Collected {
  return { ...offer(), note: null, added_at: '2026-11-20T08:00:00Z', added_by: ME.id, ...parts };
}

export const OFFERS_KIND: ImportKind = {
  name: 'offers',
  title: 'Offers',
  about: 'Products as a marketplace showed them.',
  fields: [
    { name: 'title', about: 'What it is called' },
    { name: 'price', about: 'What it costs' },
    { name: 'marketplace', about: 'Where it is sold' },
    { name: 'product_url', about: 'The address of its page' },
  ],
  needs: [['title'], ['marketplace', 'product_url']],
};

export function importRow(parts: Partial<Import> = {}): Import {
  return {
    id: id(1200),
    uploaded_by: `user:${ME.id}`,
    size: 2048,
    status: 'waiting',
    reason: null,
    tries: 0,
    retry_at: null,
    created_at: '2026-11-20T08:00:00Z',
    started_at: null,
    updated_at: '2026-11-20T08:00:00Z',
    ended_at: null,
    kind: 'offers',
    name: 'mugs.csv',
    dry_run: false,
    format: null,
    encoding: null,
    delimiter: null,
    decimals: null,
    notes: [],
    mapping: {},
    fixed: {},
    read_bytes: 0,
    read_rows: 0,
    rows_new: 0,
    rows_changed: 0,
    rows_unchanged: 0,
    rows_bad: 0,
    ...parts,
  };
}

export function preview(parts: Partial<ImportPreview> = {}): ImportPreview {
  return {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    decimals: null,
    notes: [],
    columns: ['Name', 'Cost', 'Shop'],
    mapping: { title: 'Name', price: 'Cost' },
    fixed: {},
    ignored: ['Shop'],
    missing: [],
    rows: [
      { row: 2, told: { title: 'Cat mug', price: '12.5' }, problems: [], raw: 'Cat mug,12.5,Heron' },
      {
        row: 3,
        told: null,
        problems: [{ field: 'price', problem: 'is no price: “twelve”.' }],
        raw: 'Dog mug,twelve,Heron',
      },
    ],
    ...parts,
  };
}

function matched(tail: number, title: string): MatchedOffer {
  const { marketplace, external_id, seller, price, currency, price_usd, availability, image_url, last_seen_at } =
    offer();
  return {
    id: id(tail),
    title,
    marketplace,
    external_id,
    seller,
    price,
    currency,
    price_usd,
    availability,
    image_url,
    last_seen_at,
    product_url: null,
  };
}

export function match(tail: number, parts: Partial<Match> = {}): Match {
  return {
    first: matched(tail, `Mug ${tail}`),
    second: matched(tail + 1, `Mug ${tail} again`),
    verdict: 'maybe',
    score: 0.62,
    parts: {
      identifier: null,
      title: 0.7,
      information: 0.8,
      instead: 0.1,
      picture_distance: null,
      price_ratio: 1.8,
      agrees: ['kind'],
      contradicts: ['colour'],
      shared: ['cat', 'mug'],
      only_one: ['black'],
    },
    version: 1,
    decided_at: '2026-11-20T08:00:00Z',
    ...parts,
  };
}
