import type { Marketplace, Me, Offer, Session, Sighting, Task } from '@/lib/schema';

export const ME: Me = {
  id: '0198c1a0-0000-7000-8000-000000000001',
  email: 'ada@example.com',
  name: 'Ada',
  role: 'owner',
  tenant: { id: '0198c1a0-0000-7000-8000-0000000000aa', name: 'North Star' },
  created_at: '2026-05-01T08:00:00Z',
};

export function session(token = 'first', me: Me = ME): Session {
  return { access_token: token, token_type: 'Bearer', expires_in: 900, me };
}

export const SAMPLE: Marketplace = {
  name: 'sample',
  title: 'Sample market',
  about: 'A simulated shop.',
  offline: true,
  every_hours: 24,
  target_label: 'A niche',
  target_example: 'everything',
  official: 'not available',
};

export function task(parts: Partial<Task> = {}): Task {
  return {
    id: '0198c1a0-0000-7000-8000-000000000100',
    marketplace: 'sample',
    target: 'everything',
    started_by: `user:${ME.id}`,
    status: 'running',
    reason: null,
    pages_done: 3,
    pages_total: 12,
    offers_seen: 150,
    offers_new: 10,
    offers_changed: 20,
    offers_unchanged: 120,
    offers_rejected: 0,
    rejections: {},
    watch_id: null,
    priority: 'normal',
    max_pages: null,
    max_offers: null,
    past_robots: false,
    tries: 0,
    retry_at: null,
    created_at: new Date(Date.now() - 60_000).toISOString(),
    started_at: new Date(Date.now() - 50_000).toISOString(),
    updated_at: new Date(Date.now() - 1_000).toISOString(),
    ended_at: null,
    ...parts,
  };
}

export function offer(parts: Partial<Offer> = {}): Offer {
  return {
    id: '0198c1a0-0000-7000-8000-000000000200',
    marketplace: 'sample',
    external_id: 'SM-1',
    title: 'Retro Cat Tee',
    price: '24.9000',
    list_price: null,
    currency: 'USD',
    price_usd: '24.9000',
    rating: '4.50',
    reviews_count: 1200,
    availability: null,
    rank: null,
    stock: null,
    sponsored: false,
    image_url: null,
    product_url: 'https://shop.example/p/1',
    seller: 'Paper Heron',
    category: 'Cats',
    tags: ['gift'],
    first_seen_at: '2026-08-01T08:00:00Z',
    last_seen_at: '2026-11-01T08:00:00Z',
    ...parts,
  };
}

export function sighting(parts: Partial<Sighting> & { seen_at: string }): Sighting {
  return {
    price: '20.00',
    list_price: null,
    currency: 'USD',
    rating: '4.50',
    reviews_count: 100,
    availability: null,
    rank: null,
    stock: null,
    previous_at: null,
    task_id: null,
    page_id: null,
    ...parts,
  };
}
