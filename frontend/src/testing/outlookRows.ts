import type { Launch, Outlook, OutlookPart, Signal } from '@/lib/schema';

import { trend } from './runRows';

export function signal(parts: Partial<Signal> = {}): Signal {
  return {
    source: 'sample',
    day: '2026-11-01',
    offers: 12,
    new_offers: 1,
    counted: 10,
    reviews_gained: 12,
    sellers: 4,
    price_low: '19.5',
    price_mid: '24',
    price_high: '30',
    rank_mid: null,
    ...parts,
  };
}

export function part(parts: Partial<OutlookPart> = {}): OutlookPart {
  return { value: 60, confidence: 0.5, sample: 12, inputs: {}, why: 'As its days tell.', ...parts };
}

export const NOT_HEARD = part({
  value: null,
  confidence: 0,
  sample: 0,
  why: 'Nobody was heard speaking of it well or badly.',
});

export function outlook(parts: Partial<Outlook> = {}): Outlook {
  return {
    at: '2026-11-20T08:00:00Z',
    label: 'rising',
    why: 'It rose by 35% over the last 28 days (p 0.004).',
    days: 90,
    windows: [
      { days: 7, growth: null, reason: 'it does not reach 7 days back', points: 0 },
      { days: 28, growth: 0.35, low: 0.11, high: 0.62, p: 0.004, points: 28, reason: null },
    ],
    p: 0.004,
    moved: { days: 89, growth: 0.61, low: 0.2, high: 1.1, by: 'day', without_season: false },
    q: 0.02,
    season: null,
    forecast: [
      { date: '2026-11-22', mean: 4, lower: 2, upper: 7 },
      { date: '2026-11-29', mean: 4.2, lower: 2, upper: 8 },
    ],
    model: 'combination',
    backtest: { mase: 0.9, against_seasonal_naive: 0.8, origins: 6 },
    sales: {
      low: 120,
      mid: 400,
      high: 1300,
      ways: [{ name: 'reviews', units: 400, deviation: Math.log(2), sample: 12 }],
      calibrated: false,
    },
    parts: {
      demand: part({ value: 65, inputs: { low: 120, mid: 400, high: 1300 }, why: 'About 400 sold in four weeks.' }),
      momentum: part({ inputs: { growth: 0.35, p: 0.004, days: 28 } }),
      competition: part(),
      profitability: part({ inputs: { price: 24, product: 'tee' } }),
      sentiment: NOT_HEARD,
    },
    leads: [],
    weights: { demand: 0.3, momentum: 0.3, competition: 0.2, profitability: 0.15, sentiment: 0.05 },
    ...parts,
  };
}

export function launch(parts: Partial<Launch> = {}): Launch {
  return {
    trend_id: trend().id,
    name: 'Ghosts',
    label: 'seasonal',
    strength: 0.8,
    peak: '2027-01-12',
    order_by: '2026-12-31',
    publish_by: '2026-12-01',
    begin_by: '2026-11-24',
    state: 'later',
    ...parts,
  };
}
