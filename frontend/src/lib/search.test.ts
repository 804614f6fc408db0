import { describe, expect, it } from 'vitest';

import { auditSearch } from '@/features/audit/search';
import { changed, narrowings, offerSearch, withCurrency } from '@/features/offers/search';
import { taskSearch } from '@/features/tasks/search';

import { innerPlace } from './search';

describe('the address of the offers', () => {
  it('is read as it was written', () => {
    const search = {
      query: 'cat',
      marketplace: 'sample',
      currency: 'EUR',
      min_price: 5,
      max_price: '20',
      min_rating: 4,
      min_reviews: 10,
      sort: '-price',
    };
    expect(offerSearch(search)).toEqual({ ...search, max_price: 20 });
  });
  it('loses what makes no sense, and keeps the rest', () => {
    expect(
      offerSearch({
        query: '  ',
        currency: 'money',
        min_price: -3,
        max_price: 'cheap',
        min_rating: 9,
        sort: 'random',
        extra: 1,
        seller: ['x'],
      }),
    ).toEqual({});
    expect(offerSearch({ query: 2024, currency: 'eur', min_reviews: 3.6 })).toEqual({
      query: '2024',
      currency: 'EUR',
      min_reviews: 4,
    });
  });
  it('does not spell out the usual order', () => {
    expect(offerSearch({ sort: '-last_seen_at' })).toEqual({});
  });
  it('changes part by part, and counts a price range with its currency as one filter', () => {
    expect(changed({ query: 'cat', min_price: 5 }, { min_price: undefined, seller: 'Heron' })).toEqual({
      query: 'cat',
      seller: 'Heron',
    });
    expect(
      narrowings({ query: 'cat', sort: 'price', min_price: 5, max_price: 9, currency: 'USD', seller: 'Heron' }),
    ).toBe(2);
  });
  it('takes the usual currency when prices are compared and none was chosen', () => {
    const shown = [{ currency: 'USD' }, { currency: 'EUR' }, { currency: 'EUR' }, { currency: null }];
    expect(withCurrency({ sort: 'price' }, shown)).toEqual({ sort: 'price', currency: 'EUR' });
    expect(withCurrency({ sort: 'price', currency: 'USD' }, shown).currency).toBe('USD');
    expect(withCurrency({ sort: '-rating' }, shown)).toEqual({ sort: '-rating' });
    expect(withCurrency({ min_price: 3 }, [])).toEqual({ min_price: 3 });
  });
});

describe('other addresses', () => {
  it('of tasks and of the audit trail keep only what they know', () => {
    expect(taskSearch({ status: 'failed', marketplace: 'sample' })).toEqual({
      status: 'failed',
      marketplace: 'sample',
    });
    expect(taskSearch({ status: 'asleep' })).toEqual({});
    expect(auditSearch({ actor: 'schedule', act: 'task.open', number: 4 })).toEqual({
      actor: 'schedule',
      act: 'task.open',
    });
  });
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'offers',
    7,
    '/sign-in?from=/',
    '/join?token=x',
  ])('never leads from the sign-in page to %s', (place) => {
    expect(innerPlace(place)).toBeUndefined();
  });
  it('leads back to where one was', () => {
    expect(innerPlace('/offers?query=cat')).toBe('/offers?query=cat');
  });
});
