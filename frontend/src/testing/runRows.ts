import type {
  Evidence,
  Idea,
  IdeaDetail,
  Plan,
  Run,
  Stage,
  Step,
  Trend,
  TrendDetail,
  TrendPoint,
  Verb,
} from '@/lib/schema';

import { ME } from './rows';

const TITLES: Record<Verb, string> = {
  analyse: 'Analyse the market',
  ideate: 'Think of ideas',
  generate: 'Draw the designs',
  approve: 'Wait for a person',
  publish: 'Publish the listings',
};

export function stage(verb: Verb, counts: Stage['counts'] = {}): Stage {
  const total = Object.values(counts).reduce((sum, number) => sum + number, 0);
  const began = total > 0 ? '2026-11-20T08:00:00Z' : null;
  return { verb, title: TITLES[verb], total, counts, started_at: began, ended_at: began && '2026-11-20T08:00:42Z' };
}

/** A run whose verbs stand as `counts` says; verbs that it leaves out have not begun. */
export function run(parts: Partial<Run> = {}, counts: Partial<Record<Verb, Stage['counts']>> = {}): Run {
  return {
    id: '0198c1a0-0000-7000-8000-000000000300',
    started_by: `user:${ME.id}`,
    about: 'The 2 best trends',
    trends_wanted: 2,
    status: 'running',
    reason: null,
    attempt: 1,
    created_at: new Date(Date.now() - 60_000).toISOString(),
    started_at: new Date(Date.now() - 50_000).toISOString(),
    updated_at: new Date(Date.now() - 1_000).toISOString(),
    ended_at: null,
    stages: (Object.keys(TITLES) as Verb[]).map((verb) => stage(verb, counts[verb])),
    cost: { money: '0.42', tokens_in: 1200, tokens_out: 300, images: 2, calls: 3 },
    ...parts,
  };
}

export function step(parts: Partial<Step> = {}): Step {
  return {
    id: '0198c1a0-0000-7000-8000-000000000310',
    verb: 'generate',
    subject_id: '0198c1a0-0000-7000-8000-000000000500',
    status: 'done',
    kind: null,
    reason: null,
    tries: 1,
    facts: {},
    created_at: '2026-11-20T08:00:00Z',
    started_at: '2026-11-20T08:00:01Z',
    updated_at: '2026-11-20T08:00:09Z',
    ended_at: '2026-11-20T08:00:09Z',
    ...parts,
  };
}

export function plan(parts: Partial<Plan> = {}): Plan {
  return {
    daily: false,
    trends: 5,
    run_money: '5',
    run_tokens: 500_000,
    month_money: '50',
    month_tokens: 5_000_000,
    spent_money: '12.5',
    spent_tokens: 100_000,
    ...parts,
  };
}

export function trend(parts: Partial<Trend> = {}): Trend {
  return {
    id: '0198c1a0-0000-7000-8000-000000000400',
    key: 'cat dad',
    name: 'Cat dad',
    words: ['cat', 'dad'],
    marketplaces: { sample: 12 },
    offers_count: 12,
    rating_avg: '4.5',
    reviews_avg: '300',
    currency: 'USD',
    price_avg: '24.9',
    price_min: '18',
    price_max: '31.5',
    priced_count: 11,
    demand: '52.5',
    growth: '100',
    competition: '12',
    profitability: '69.9',
    overall: '77.6',
    score: 71.4,
    confidence: 0.62,
    low_evidence: false,
    label: 'rising',
    grew: 0.35,
    moved: { days: 89, growth: 0.61, low: 0.2, high: 1.1, by: 'day', without_season: false },
    q: 0.02,
    audience: [{ word: 'dads', offers: 7 }],
    styles: [{ word: 'retro', offers: 5 }],
    first_seen_at: '2026-11-01T08:00:00Z',
    analysed_at: '2026-11-20T08:00:00Z',
    ...parts,
  };
}

export function trendDetail(parts: Partial<TrendDetail> = {}): TrendDetail {
  const rated = { rating_avg: '4.5' };
  return {
    ...trend(),
    patterns: [
      { kind: 'recipient', value: 'dad', offers: 7, of: 12, share: 7 / 12 },
      { kind: 'colour', value: 'navy', offers: 3, of: 12, share: 0.25 },
      { kind: 'price', value: 'mid', offers: 6, of: 11, share: 6 / 11 },
    ],
    parts: {
      demand: {
        value: '52.5',
        unclamped: '52.5',
        inputs: { reviews_avg: '300', ...rated },
        formula: 'reviews_avg / 10 + rating_avg × 5',
      },
      growth: { value: '100', unclamped: '106', inputs: rated, formula: 'rating_avg × 20 + 10' },
      competition: { value: '12', unclamped: '12', inputs: { offers_count: '12' }, formula: 'min(offers_count, 100)' },
      profitability: {
        value: '69.9',
        unclamped: '69.9',
        inputs: { price_avg: null, ...rated },
        formula: 'price_avg / 50 × 50 + rating_avg × 10',
      },
      overall: { value: '77.6', unclamped: '77.6', inputs: {}, formula: '0.25 × demand' },
    },
    ...parts,
  };
}

export function trendPoint(parts: Partial<TrendPoint> & { day: string }): TrendPoint {
  const { demand, growth, competition, profitability, overall, offers_count, rating_avg, reviews_avg, price_avg } =
    trend();
  return {
    demand,
    growth,
    competition,
    profitability,
    overall,
    offers_count,
    rating_avg,
    reviews_avg,
    price_avg,
    ...parts,
  };
}

export function evidence(parts: Partial<Evidence> = {}): Evidence {
  return {
    offer_id: '0198c1a0-0000-7000-8000-000000000200',
    title: 'Retro Cat Tee',
    marketplace: 'sample',
    seller: 'Paper Heron',
    image_url: null,
    product_url: null,
    words: ['cat'],
    price: '24.90',
    currency: 'USD',
    rating: '4.5',
    reviews_count: 300,
    ...parts,
  };
}

export function idea(parts: Partial<Idea> = {}): Idea {
  return {
    id: '0198c1a0-0000-7000-8000-000000000600',
    run_id: '0198c1a0-0000-7000-8000-000000000300',
    trend_id: '0198c1a0-0000-7000-8000-000000000400',
    number: 0,
    slogan: 'Nap Supervisor',
    concept: 'For whoever is slept upon.',
    design_prompt: 'A cat asleep on an open book, two inks, transparent background.',
    palette: ['#2f4a36', '#e9b44c', '#f6efe0'],
    products: ['tee'],
    tags: ['cat', 'nap', 'books', 'cosy', 'gift'],
    style: 'retro',
    motifs: ['cat'],
    mood: 'cosy',
    made_by: 'offline',
    created_at: '2026-11-20T08:00:00Z',
    ...parts,
  };
}

export function ideaDetail(parts: Partial<IdeaDetail> = {}): IdeaDetail {
  return {
    ...idea(),
    brief: { niche: 'cat dad', price_level: 'middle', season: { name: 'autumn', occasions: [{ name: 'Halloween' }] } },
    ...parts,
  };
}
