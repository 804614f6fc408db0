import { describe, expect, it } from 'vitest';

import type { Likes } from '@/lib/schema';
import { like, matched } from '@/testing/market';

import { moved } from './moved';
import { byPrice, lowestUsd } from './prices';
import { reasons, sureWord } from './why';

const words = (parts: object) => {
  const known = like().parts;
  return known ? reasons({ ...known, ...parts }).map(({ said, speaksFor }) => `${speaksFor ? '+' : '-'} ${said}`) : [];
};
const ids = (all: { offer: { id: string } }[]) => all.map(({ offer }) => offer.id);

describe('why two offers are like', () => {
  it('is said in words, what speaks for it first', () => {
    expect(words({})).toEqual([
      '+ Titles alike to 80%',
      '+ Both say: cat, retro',
      '+ The same kind of thing',
      '+ One costs 1.3 times the other',
      '- Different pictures',
      '- Another colour',
    ]);
    expect(words({ identifier: 'gtin', price_ratio: 1.01, picture_distance: 0 })).toEqual(
      expect.arrayContaining([
        '+ Both carry the same barcode number: that decides',
        '+ The same picture',
        '+ Nearly the same price',
      ]),
    );
  });

  it('says how sure it is, and by whose word', () => {
    const override = { verdict: 'same', decided_by: '', decided_at: '' } as const;
    expect([sureWord(like()), sureWord(like({ score: null })), sureWord(like({ override }))]).toEqual([
      '41% sure',
      'By way of another offer',
      'Said to be the same',
    ]);
  });
});

describe('the lists of likes', () => {
  const one = like({ offer: matched({ id: 'a', price_usd: '30' }), verdict: 'same' });
  const two = like({ offer: matched({ id: 'b', price_usd: null }) });
  const likes: Likes = {
    offer: matched({ id: 'own', price_usd: '20' }),
    group: [one],
    maybe: [two],
    apart: [],
    lowest_id: 'own',
  };

  it('change as soon as something is said, and back', () => {
    const same = moved(likes, 'b', 'same');
    expect([ids(same.group), ids(same.maybe)]).toEqual([['a', 'b'], []]);
    const apart = moved(likes, 'a', 'different');
    expect([ids(apart.group), ids(apart.apart)]).toEqual([[], ['a']]);
    expect(ids(moved(apart, 'a', null).group)).toEqual(['a']);
    expect(moved(likes, 'unknown', 'same')).toBe(likes);
  });

  it('begin with the cheapest, and know what it costs', () => {
    expect(byPrice([two, one, null], likes.offer).map((found) => found?.offer.id ?? 'own')).toEqual(['own', 'a', 'b']);
    expect(lowestUsd(likes)).toBe('20');
  });
});
