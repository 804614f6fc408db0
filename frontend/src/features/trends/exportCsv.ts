import type { Api } from '@/lib/api';
import { gatherCsv } from '@/lib/csv';
import type { Said, Trend } from '@/lib/schema';

import { trendPage } from './queries';
import { places } from './score';
import type { TrendSearch } from './search';

const PAGE = 200;

export const COLUMNS = {
  id: (trend: Trend) => trend.id,
  name: (trend: Trend) => trend.name,
  label: (trend: Trend) => trend.label,
  score: (trend: Trend) => trend.score,
  confidence: (trend: Trend) => trend.confidence,
  low_evidence: (trend: Trend) => (trend.low_evidence ? 'yes' : 'no'),
  grew: (trend: Trend) => trend.grew,
  q: (trend: Trend) => trend.q,
  overall: (trend: Trend) => trend.overall,
  demand: (trend: Trend) => trend.demand,
  growth: (trend: Trend) => trend.growth,
  competition: (trend: Trend) => trend.competition,
  profitability: (trend: Trend) => trend.profitability,
  offers_count: (trend: Trend) => trend.offers_count,
  rating_avg: (trend: Trend) => trend.rating_avg,
  reviews_avg: (trend: Trend) => trend.reviews_avg,
  currency: (trend: Trend) => trend.currency,
  price_avg: (trend: Trend) => trend.price_avg,
  price_min: (trend: Trend) => trend.price_min,
  price_max: (trend: Trend) => trend.price_max,
  words: (trend: Trend) => trend.words.join('; '),
  audience: (trend: Trend) => said(trend.audience),
  styles: (trend: Trend) => said(trend.styles),
  marketplaces: (trend: Trend) =>
    places(trend)
      .map(([name, offers]) => `${name} ${offers}`)
      .join('; '),
  first_seen_at: (trend: Trend) => trend.first_seen_at,
  analysed_at: (trend: Trend) => trend.analysed_at,
};

function said(all: Said[]): string {
  return all.map(({ word, offers }) => `${word} ${offers}`).join('; ');
}

/** Every trend of a search. */
export function trendsCsv(api: Api, search: TrendSearch) {
  return (signal: AbortSignal, onRows: (rows: number) => void) =>
    gatherCsv({ columns: COLUMNS, page: (cursor, stop) => trendPage(api, search, PAGE, cursor, stop), signal, onRows });
}
