import { describe, expect, it } from 'vitest';

import { ago, every, lasted, money, percent, plural, rating } from './format';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe('money', () => {
  it('is written with the sign and the digits of its currency', () => {
    expect(money('24.9000', 'USD', 'en')).toBe('$24.90');
    expect(money('1200', 'JPY', 'en')).toBe('¥1,200');
    expect(money('1234.5', 'EUR', 'de-DE').replaceAll('\u00a0', ' ')).toBe('1.234,50 €');
  });
  it('without a currency is a number, and without an amount a dash', () => {
    expect(money('9.5', null, 'en')).toBe('9.50');
    expect(money(null, 'USD')).toBe('–');
    expect(money('nonsense', 'USD')).toBe('–');
  });
  it('in a currency that no browser knows keeps its code', () => {
    expect(money('3', 'not-one', 'en')).toBe('3.00 not-one');
  });
});

describe('ago', () => {
  it.each([
    [5, 'just now'],
    [45, '1 minute ago'],
    [600, '10 minutes ago'],
    [7200, '2 hours ago'],
    [86_400 + 60, 'yesterday'],
    [86_400 * 45, 'last month'],
  ])('%i seconds back is "%s"', (seconds, said) => {
    expect(ago(before(seconds), NOW, 'en')).toBe(said);
  });
  it('looks ahead too', () => {
    expect(ago(before(-3 * 86_400 - 60), NOW, 'en')).toBe('in 3 days');
    expect(ago(before(-25), NOW, 'en')).toBe('in a moment');
    expect(ago(before(-5), NOW, 'en')).toBe('just now');
  });
});

describe('the rest', () => {
  it('durations, rhythms, shares, ratings and plurals read as people say them', () => {
    expect(lasted(before(165), NOW)).toBe('2 min 45 s');
    expect(lasted(before(7_260), NOW)).toBe('2 h 1 min');
    expect([every(24), every(6), every(1), every(0.5), every(48)]).toEqual([
      'every day',
      'every 6 hours',
      'every hour',
      'every 30 minutes',
      'every 2 days',
    ]);
    expect(percent(-0.124, 'en')).toBe('-12.4%');
    expect(rating('4.53', 'en')).toBe('4.5');
    expect([plural(1, 'entry', 'entries'), plural(2, 'entry', 'entries')]).toEqual(['1 entry', '2 entries']);
  });
});
