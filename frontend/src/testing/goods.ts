import type { Channel, Design, DesignDetail, Listing, Shop, Studio } from '@/lib/schema';

import { ME } from './rows';

const ids = (tail: number) => `0198c1a0-0000-7000-8000-${String(tail).padStart(12, '0')}`;

export function design(parts: Partial<Design> = {}): Design {
  return {
    id: ids(700),
    run_id: ids(500),
    trend_id: ids(300),
    idea_id: ids(600),
    parent_id: null,
    variant: 1,
    status: 'waiting',
    reason: null,
    studio: 'typographic',
    slogan: 'Born to Nap',
    style: 'retro',
    palette: ['#1d4a3b', '#f0b83f'],
    motifs: ['cat'],
    layout: null,
    font: null,
    prompt: 'A cat asleep on a sunny window sill.',
    on_dark: false,
    made_with: { studio: 'typographic', layout: 'stack', fonts: ['Anton'], seed: 123456 },
    width: 4500,
    height: 5400,
    dpi: 300,
    effective_dpi: 300,
    size: 1_250_000,
    thumbnail_url: null,
    art_url: 'https://pictures.example/art.png?signature=1',
    mockups: [],
    decided_by: null,
    decided_at: null,
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    created_at: '2026-11-01T08:00:00Z',
    generated_at: '2026-11-01T08:01:00Z',
    updated_at: '2026-11-01T08:01:00Z',
    ...parts,
  };
}

export function designDetail(parts: Partial<DesignDetail> = {}): DesignDetail {
  return {
    ...design(parts),
    readiness: [
      { product: 'tee', ready: true, effective_dpi: 300, area: '12 × 16 in', findings: [] },
      {
        product: 'poster',
        ready: false,
        effective_dpi: 120,
        area: '18 × 24 in',
        findings: [{ severity: 'error', text: 'Only 120 DPI on this area.', fix: 'Draw it larger.' }],
      },
    ],
    ...parts,
  };
}

export const STUDIO: Studio = {
  name: 'typographic',
  title: 'Typographic studio',
  offline: true,
  layouts: ['stack', 'badge'],
  fonts: ['anton', 'pacifico'],
  styles: ['retro', 'minimalist'],
};

export function listing(parts: Partial<Listing> = {}): Listing {
  return {
    id: ids(900),
    run_id: ids(500),
    design_id: ids(700),
    shop_id: ids(800),
    shop_name: 'Corner shop',
    channel: 'sandbox',
    status: 'published',
    reason: null,
    kind: null,
    title: 'Born to Nap, a shirt for tired cats',
    description: 'A shirt.\n\nFor cats.',
    tags: ['cat', 'nap'],
    currency: 'USD',
    price_from: '23.5000',
    variants: [{ product: 'tee', colour: 'navy', size: 'M', price: '23.50' }],
    external_id: 'S-1',
    url: 'https://shop.example/p/1',
    thumbnail_url: null,
    parts: [
      {
        name: 'product',
        status: 'done',
        tries: 1,
        claimed_at: '2026-11-01T08:02:00Z',
        ended_at: '2026-11-01T08:02:04Z',
      },
      {
        name: 'publish',
        status: 'done',
        tries: 2,
        claimed_at: '2026-11-01T08:02:04Z',
        ended_at: '2026-11-01T08:02:09Z',
      },
    ],
    created_at: '2026-11-01T08:02:00Z',
    updated_at: '2026-11-01T08:02:09Z',
    published_at: '2026-11-01T08:02:09Z',
    ...parts,
  };
}

export const CHANNEL: Channel = {
  name: 'sandbox',
  title: 'Practice shop',
  offline: true,
  products: ['tee', 'mug'],
  parts: ['product', 'publish'],
  limits: { title: 140, description: 5000, tags: 13, tag: 20, source: 'For practice.' },
  credentials: {
    type: 'object',
    required: ['shop', 'token'],
    properties: {
      shop: { type: 'string', title: 'Shop', pattern: '^[a-z0-9-]+$' },
      token: { type: 'string', title: 'Token', format: 'password', writeOnly: true },
    },
  },
};

export function shop(parts: Partial<Shop> = {}): Shop {
  return {
    id: ids(800),
    channel: 'sandbox',
    name: 'Corner shop',
    status: 'connected',
    reason: null,
    connected_by: `user:${ME.id}`,
    created_at: '2026-11-01T07:00:00Z',
    checked_at: null,
    ended_at: null,
    ...parts,
  };
}
