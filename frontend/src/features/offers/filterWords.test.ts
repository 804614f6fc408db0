import { describe, expect, it } from 'vitest';

import { filterWords, searchWords } from './filterWords';
import { changed, conditions, narrowings, offerSearch } from './search';

const title = (name: string) => name.toUpperCase();

describe('a search for offers', () => {
  it('reads what an address says, and leaves out what makes no sense', () => {
    expect(
      offerSearch({
        sponsored: 'false',
        availability: 'gone',
        min_price_usd: '12',
        max_price_usd: -1,
        sort: 'price_usd',
      }),
    ).toEqual({ sponsored: false, min_price_usd: 12, sort: 'price_usd' });
  });

  it('counts a range of prices once, in each money', () => {
    const search = { min_price: 5, max_price: 9, currency: 'EUR', min_price_usd: 6, sponsored: false };
    expect(narrowings(search)).toBe(3);
  });

  it('is asked of actions without its order', () => {
    expect(conditions({ query: 'cat', sort: '-price' })).toEqual({ query: 'cat' });
  });

  it('is said in chips, each with what takes it off', () => {
    const search = offerSearch({
      marketplace: 'etsy',
      availability: 'out_of_stock',
      sponsored: true,
      currency: 'EUR',
      max_price: 20,
      min_price_usd: 10,
      min_rating: 4.5,
      min_reviews: 1200,
    });
    const words = filterWords(search, title);
    expect(words.map(({ said }) => said)).toEqual([
      'ETSY',
      'Sold out',
      'Sponsored',
      'Price: up to €20.00',
      'Price in USD: $10.00 and more',
      '4.5 stars and up',
      '1,200 reviews and more',
    ]);
    expect(words.reduce((left, { off }) => changed(left, off), search)).toEqual({});
  });

  it('is said on one line', () => {
    expect(searchWords({}, title)).toBe('All offers');
    expect(searchWords({ query: 'cat', currency: 'GBP' }, title)).toBe('“cat”, GBP');
  });
});
