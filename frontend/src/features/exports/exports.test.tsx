import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { exportRow } from '@/testing/market';
import { open, SIGNED_IN } from '@/testing/open';
import { offer } from '@/testing/rows';
import { problem } from '@/testing/server';

import { rowsWord, share } from './words';

const ROW = exportRow();
const DONE = exportRow({ status: 'succeeded', rows_done: 2000, expires_at: new Date(Date.now() + 6e8).toISOString() });
const EXPORTS = {
  ...SIGNED_IN,
  'GET /offers': () => ({ body: { items: [offer()], next_cursor: null } }),
  'GET /exports/columns': () => ({ body: { offers: ['id', 'title', 'price'], history: ['offer_id', 'seen_at'] } }),
  'GET /exports': () => ({ body: { items: [ROW], next_cursor: null } }),
};

describe('an export', () => {
  it('is asked for with what is searched, as what is chosen, and shows itself until its file is there', async () => {
    const { user, server } = await open('/offers?query=cat', {
      ...EXPORTS,
      'POST /exports': () => problem(429, '5 exports are open. Wait for one to end, or cancel one.'),
      [`GET /exports/${ROW.id}`]: () => ({ body: { ...DONE, files: [] } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    const form = within(await screen.findByRole('form', { name: 'Export' }));
    await user.click(await form.findByRole('button', { name: 'Choose columns' }));
    await user.click(form.getByRole('checkbox', { name: 'Id' }));
    await user.click(form.getByRole('button', { name: 'Export' }));
    expect(await form.findByText(/^5 exports are open/)).toBeTruthy();
    server.handlers['POST /exports'] = () => ({ status: 201, body: exportRow({ status: 'queued' }) });
    await user.click(form.getByRole('button', { name: 'Export' }));
    expect(await screen.findByText(/2,000 rows, 120 kB/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Download' })).toBeTruthy();
    expect(server.calls.findLast(({ what }) => what === 'POST /exports')?.body).toEqual({
      what: 'offers',
      format: 'csv',
      columns: ['title', 'price'],
      filter: { query: 'cat' },
      byte_order_mark: true,
    });
  });

  it('shows how far it is in the list, and can be cancelled', async () => {
    const { user, server } = await open('/exports', {
      ...EXPORTS,
      [`POST /exports/${ROW.id}/cancel`]: () => {
        const cancelled = exportRow({ status: 'cancelled', updated_at: '2026-11-01T09:00:00Z' });
        server.handlers['GET /exports'] = () => ({ body: { items: [cancelled], next_cursor: null } });
        return { body: cancelled };
      },
    });
    const row = within(await screen.findByTestId('export'));
    expect(row.getByText('Offers: “cat”')).toBeTruthy();
    expect(row.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('500 of about 2,000 rows');
    await user.click(row.getByRole('button', { name: 'Cancel' }));
    expect(await row.findByText('Cancelled')).toBeTruthy();
    expect(row.getByRole('button', { name: 'Retry' })).toBeTruthy();
  });

  it('of several files shows each of them, with addresses that are asked for when they are wanted', async () => {
    const file = (part: number) => ({
      name: `offers-${part}.parquet`,
      rows: 1000,
      bytes: 6e4,
      url: `https://f.example/${part}`,
    });
    const { user } = await open('/exports', {
      ...EXPORTS,
      'GET /exports': () => ({ body: { items: [DONE], next_cursor: null } }),
      [`GET /exports/${ROW.id}`]: () => ({ body: { ...DONE, files: [file(1), file(2)] } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Download' }));
    const files = within(await screen.findByRole('list', { name: 'Files' }));
    expect(files.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      'https://f.example/1',
      'https://f.example/2',
    ]);
  });

  it('says what to do when there is none', async () => {
    await open('/exports', { ...EXPORTS, 'GET /exports': () => ({ body: { items: [], next_cursor: null } }) });
    expect(await screen.findByText('No exports yet')).toBeTruthy();
  });

  it('never claims to be whole before it is, whatever the estimate was', () => {
    expect(share(exportRow({ rows_done: 3000 }))).toBe(99);
    expect(rowsWord(exportRow({ rows_done: 3000 }))).toBe('3,000 rows');
    expect(share(exportRow({ rows_total: null }))).toBeNull();
  });
});
