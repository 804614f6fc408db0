import { describe, expect, it } from 'vitest';

import { moment } from '@/lib/days';
import { trend, trendDetail, trendPoint } from '@/testing/runRows';

import { at, labels, MARGIN, stage } from './dots';
import { threads } from './history';
import { clamped, inputs, placesSaid, priceRange, readable, tone } from './score';
import { changed, narrowings, trendSearch } from './search';

const { parts } = trendDetail();

describe('a part of the score', () => {
  it('says when it was held to 100, and from where', () => {
    expect(parts.growth && clamped(parts.growth)).toBe('106 before it was held to 100');
    expect(parts.demand && clamped(parts.demand)).toBeNull();
  });
  it('names what it was computed from, and what no offer told', () => {
    expect(parts.profitability && inputs(parts.profitability, { currency: 'USD' })).toEqual([
      { name: 'Average price', value: 'Told by no offer: counts as 0' },
      { name: 'Average rating', value: '4.5' },
    ]);
    expect(readable('price_avg / 50 × 50 + rating_avg × 10')).toBe('average price / 50 × 50 + average rating × 10');
  });
  it('has a tone by its height', () => {
    expect([tone(70), tone(69.9), tone(44)]).toEqual(['high', 'middle', 'low']);
  });
});

describe('a trend', () => {
  it('has a range of prices, one price, or none', () => {
    expect(priceRange(trend())).toBe('$18.00 to $31.50');
    expect(priceRange(trend({ price_max: '18.0000' }))).toBe('$18.00');
    expect(priceRange(trend({ price_min: null }))).toBeNull();
  });
  it('names the marketplace with most offers first', () => {
    expect(placesSaid({ marketplaces: { etsy: 3, sample: 1200 } }, (name) => name)).toBe('sample 1,200, etsy 3');
  });
});

describe('the chart of demand and competition', () => {
  const trends = [
    trend({ id: 'a', name: 'Low', score: 40, demand: '20', competition: '90', offers_count: 400 }),
    trend({ id: 'b', name: 'High', score: 90, demand: '90', competition: '10' }),
    trend({ id: 'c', name: 'Under it', score: 89, demand: '90', competition: '10' }),
  ];
  const { dots, x, y } = stage(trends, 600, 320);

  it('puts much demand at the top and much competition to the right, the best first', () => {
    expect(dots.map((dot) => dot.trend.id)).toEqual(['b', 'c', 'a']);
    const [best, , worst] = dots;
    expect(best && worst && best.y < worst.y && best.x < worst.x && worst.r > best.r).toBe(true);
    expect(Math.max(...x.ticks, ...y.ticks)).toBeLessThanOrEqual(100);
  });
  it('keeps every dot inside, also when all trends are alike', () => {
    for (const drawn of [dots, stage([trend({ demand: '100', competition: '100' })], 300, 320).dots]) {
      for (const dot of drawn) {
        expect(dot.x).toBeGreaterThanOrEqual(MARGIN.left - 0.1);
        expect(dot.x).toBeLessThanOrEqual(600 - MARGIN.right + 0.1);
        expect(dot.y).toBeGreaterThanOrEqual(MARGIN.top - 0.1);
      }
    }
  });
  it('finds the dots at a place, also those that lie under another', () => {
    const [best] = dots;
    expect(at(dots, (best?.x ?? 0) + 3, best?.y ?? 0).map((dot) => dot.trend.id)).toEqual(['b', 'c']);
    expect(at(dots, 300, 160)).toEqual([]);
  });
  it('names no dot over the name of another', () => {
    expect(labels(dots, 600).map(({ dot }) => dot.trend.id)).toEqual(['b', 'a']);
  });
});

describe('the history of a score', () => {
  const days = [trendPoint({ day: '2026-11-01', overall: '50' }), trendPoint({ day: '2026-11-03', overall: '60' })];
  it('is a line for each measure that is shown, in the order of the legend', () => {
    const drawn = threads(days, ['demand', 'overall']);
    expect(drawn.map(({ title }) => title)).toEqual(['Score', 'Demand']);
    expect(drawn[0]?.spots).toEqual([
      { at: moment('2026-11-01'), value: 50 },
      { at: moment('2026-11-03'), value: 60 },
    ]);
  });
});

describe('the address of the board', () => {
  it('keeps what makes sense and leaves out the usual order', () => {
    expect(trendSearch({ sort: '-score', min_overall: '250', style: ' retro ', audience: 3, x: 1 })).toEqual({
      style: 'retro',
      audience: '3',
    });
    expect(trendSearch({ sort: 'competition', min_overall: '70' })).toEqual({ sort: 'competition', min_overall: 70 });
  });
  it('counts the filters beside the words', () => {
    expect(narrowings(changed({ query: 'cat', sort: 'name', style: 'retro' }, { min_overall: 50 }))).toBe(2);
  });
});
