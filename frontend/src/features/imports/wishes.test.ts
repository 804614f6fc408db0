import { describe, expect, it } from 'vitest';

import { importRow, OFFERS_KIND, preview } from '@/testing/gathered';

import { possible } from './ImportActs';
import { NOTHING, said, sourceOf, triedWishes, withLayout, withSource } from './wishes';

const guessed = preview();

describe('where a field comes from', () => {
  it('is guessed until a person says otherwise', () => {
    expect(sourceOf('title', NOTHING, guessed)).toEqual({ from: 'column', column: 'Name' });
    expect(sourceOf('marketplace', NOTHING, guessed)).toEqual({ from: 'nowhere' });
    const none = withSource(NOTHING, 'title', { from: 'nowhere' }, guessed);
    expect(sourceOf('title', none, guessed)).toEqual({ from: 'nowhere' });
  });

  it('is one column for one field: whoever had it has it no more', () => {
    const wishes = withSource(NOTHING, 'product_url', { from: 'column', column: 'Name' }, guessed);
    expect(wishes.mapping).toEqual({ product_url: 'Name', title: null });
  });

  it('may be the same for every row, and counts once it is written', () => {
    const wishes = withSource(NOTHING, 'marketplace', { from: 'fixed', value: ' ' }, guessed);
    expect(sourceOf('marketplace', wishes, guessed)).toEqual({ from: 'fixed', value: ' ' });
    expect(said(wishes).fixed).toEqual({});
    const back = withSource(wishes, 'marketplace', { from: 'column', column: 'Shop' }, guessed);
    expect(back).toEqual({ mapping: { marketplace: 'Shop' }, fixed: {} });
  });
});

describe('how a file is read', () => {
  const mapped = withSource(NOTHING, 'title', { from: 'column', column: 'Shop' }, guessed);

  it('forgets the columns when others come of it, and not when only numbers are read otherwise', () => {
    expect(withLayout(mapped, 'delimiter', ';')).toEqual({ mapping: {}, fixed: {}, delimiter: ';' });
    expect(withLayout(mapped, 'decimals', 'comma').mapping).toEqual({ title: 'Shop' });
  });

  it('is guessed again when a wish is taken back', () => {
    expect(withLayout(withLayout(NOTHING, 'encoding', 'cp1252'), 'encoding', undefined)).toEqual(NOTHING);
  });
});

describe('an import that was tried out', () => {
  const row = importRow({
    status: 'succeeded',
    dry_run: true,
    format: 'csv',
    started_at: '2026-11-20T08:00:00Z',
    mapping: { title: 'Name' },
    fixed: { marketplace: 'etsy' },
    decimals: 'comma',
  });

  it('begins for good as it was tried: what was left out stays out', () => {
    expect(triedWishes(row, OFFERS_KIND)).toEqual({
      mapping: { title: 'Name', price: null, marketplace: null, product_url: null },
      fixed: { marketplace: 'etsy' },
      decimals: 'comma',
    });
    expect(triedWishes(importRow(), OFFERS_KIND)).toEqual(NOTHING);
  });

  it('keeps nothing that could be taken back', () => {
    expect(possible(row)).toEqual([]);
    expect(possible({ ...row, dry_run: false })).toEqual(['undo']);
    expect(possible({ ...row, dry_run: false, status: 'failed' })).toEqual(['retry', 'undo']);
    expect(possible(importRow())).toEqual(['cancel']);
  });
});
