import { describe, expect, it } from 'vitest';

import { gatherCsv } from '@/lib/csv';
import { offer } from '@/testing/rows';

import { COLUMNS } from './exportCsv';

describe('the export', () => {
  const pages = [[offer({ title: 'One, two' }), offer()], [offer({ price: null, tags: ['a', 'b'] })]];
  const page = (cursor: string | undefined) => {
    const index = Number(cursor ?? 0);
    return Promise.resolve({
      items: pages[index] ?? [],
      next_cursor: index + 1 < pages.length ? String(index + 1) : null,
    });
  };

  it('has every page’s offers under one heading and says how far it is', async () => {
    const told: number[] = [];
    const lines = await gatherCsv({
      columns: COLUMNS,
      page,
      signal: new AbortController().signal,
      onRows: (rows) => told.push(rows),
    });
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\uFEFFid,marketplace,external_id,title,price,currency/);
    expect(lines[1]).toContain('"One, two",24.9000,USD');
    expect(lines[3]).toContain('a; b');
    expect(told).toEqual([2, 3]);
  });

  it('stops between two pages when it is cancelled', async () => {
    const stop = new AbortController();
    const asked: unknown[] = [];
    const gathering = gatherCsv({
      columns: COLUMNS,
      page: (cursor) => {
        asked.push(cursor);
        return page(cursor);
      },
      signal: stop.signal,
      onRows: () => {
        stop.abort();
      },
    });
    await expect(gathering).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });
});
