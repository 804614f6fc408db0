import { describe, expect, it } from 'vitest';

import type { Part, PartStatus } from '@/lib/schema';

import { byProduct, nextActs, onDark, outside, partsSaid, variantsOf } from './progress';

const parts = (...statuses: PartStatus[]): Part[] =>
  statuses.map((status, index) => ({ name: `part ${index}`, status, tries: 1, claimed_at: null, ended_at: null }));

describe('a listing', () => {
  it('says how far its publication is', () => {
    expect(partsSaid({ status: 'publishing', parts: parts('done', 'waiting', 'ahead') })).toBe('1 of 3 parts done');
  });

  it('says how far it is taken back, of what was begun', () => {
    expect(partsSaid({ status: 'undoing', parts: parts('done', 'undone', 'ahead') })).toBe('1 of 2 parts taken back');
  });

  it('that the channel did not let in asks for the shop first', () => {
    expect(nextActs({ status: 'failed', kind: 'blocked' })[0]).toBe('connect');
    expect(nextActs({ status: 'failed', kind: 'unavailable' })[0]).toBe('retry');
  });

  it('is withdrawn from where it is sold, and left alone while something is done', () => {
    expect(nextActs({ status: 'published', kind: null })).toEqual(['withdraw']);
    expect(nextActs({ status: 'withdrawing', kind: null })).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//evil.example', ''])(
    'never links to %j',
    (address) => {
      expect(outside(address)).toBeNull();
    },
  );

  it('links to its place at the channel', () => {
    expect(outside('https://shop.example/p/1')).toBe('https://shop.example/p/1');
  });
});

describe('variants', () => {
  const rows = [
    { product: 'tee', colour: 'navy', size: 'S', price: '24.00' },
    { product: 'tee', colour: 'white', size: 'S', price: '23.00' },
    { product: 'tee', colour: 'navy', size: 'M', price: '24.00' },
    { product: 'mug', colour: 'white', size: '11 oz', price: 14.5 },
  ];

  it('stand product by product, with a price for each colour and size that there is', () => {
    expect(byProduct(variantsOf(rows))).toEqual([
      {
        product: 'tee',
        colours: ['navy', 'white'],
        sizes: [
          { size: 'S', prices: ['24.00', '23.00'] },
          { size: 'M', prices: ['24.00', null] },
        ],
      },
      { product: 'mug', colours: ['white'], sizes: [{ size: '11 oz', prices: ['14.5'] }] },
    ]);
  });

  it('tell by their colours whether the inks are light', () => {
    expect(onDark({ variants: [{ colour: 'Black' }, { colour: 'Navy' }] })).toBe(true);
    expect(onDark({ variants: [{ colour: 'Black' }, { colour: 'White' }] })).toBe(false);
    expect(onDark({ variants: [] })).toBe(false);
  });
});
