import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { archivedPage, collection, like, matched, offerDetail } from '@/testing/market';
import { open, SIGNED_IN } from '@/testing/open';
import { ME, offer, session, sighting } from '@/testing/rows';
import { type Handlers, problem } from '@/testing/server';

const ROWS = ['a', 'b', 'c'].map((tail) => offer({ id: offer().id.replace(/.$/, tail), title: `Offer ${tail}` }));
const LISTED: Handlers = {
  ...SIGNED_IN,
  'GET /offers': () => ({ body: { items: ROWS, next_cursor: 'more' } }),
  'GET /collections': () => ({ body: { items: [collection(), collection({ id: 'x', name: 'Theirs', may: 'view' })] } }),
};

describe('the list of offers', () => {
  it('is narrowed by chips and form, all in the address, and cleared again', async () => {
    const { user, history, server } = await open('/offers?sponsored=false&min_price_usd=10&sort=price_usd', LISTED);
    await user.click(await screen.findByRole('button', { name: 'Remove filter Not sponsored' }));
    expect(history.location.search).toBe('?min_price_usd=10&sort=price_usd');
    const from = screen.getByLabelText('USD from');
    await user.clear(from);
    await user.type(from, '12{Enter}');
    await waitFor(() => {
      expect(server.calls.findLast(({ what }) => what === 'GET /offers')?.query.get('min_price_usd')).toBe('12');
    });
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(history.location.search).toBe('?sort=price_usd');
  });

  it('shows the columns that one chooses', async () => {
    const { user } = await open('/offers', LISTED);
    await user.click(await screen.findByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'List price', hidden: true }));
    expect(screen.getByRole('columnheader', { name: 'List price' })).toBeTruthy();
    expect(localStorage.getItem(`wareloom.offers.columns.${ME.id}`)).toContain('list_price');
    localStorage.clear();
  });

  it('is chosen from with the keyboard, and added to a collection that one may change', async () => {
    const { user, server } = await open('/offers', {
      ...LISTED,
      [`POST /collections/${collection().id}/offers`]: () => ({
        body: { added: 2, already: 0, unknown: [], more: false, offers_count: 5 },
      }),
    });
    await screen.findByRole('link', { name: 'Offer a' });
    await user.keyboard('jxjx');
    expect(screen.getByText('2 selected')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Add to collection' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('button', { name: 'Add to Cats' }));
    expect(dialog.queryByRole('button', { name: 'Add to Theirs' })).toBeNull();
    expect(await screen.findByText('2 offers added to “Cats”.')).toBeTruthy();
    const sent = server.calls.find(({ what }) => what.startsWith('POST /collections'));
    expect(sent?.body).toEqual({ offer_ids: [ROWS[0]?.id, ROWS[1]?.id], note: null });
  });

  it('adds all that match to a new collection, made on the way', async () => {
    const { user, server } = await open('/offers?query=cat', {
      ...LISTED,
      'POST /collections': () => ({ status: 201, body: collection({ id: 'n', name: 'New' }) }),
      'POST /collections/n/offers/matching': () => ({
        body: { added: 900, already: 2, unknown: [], more: false, offers_count: 902 },
      }),
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Select all shown' }));
    await user.click(screen.getByRole('button', { name: 'Select all that match' }));
    await user.click(screen.getByRole('button', { name: 'Add to collection' }));
    await user.click(await screen.findByRole('button', { name: 'New collection' }));
    await user.type(screen.getByLabelText('Name'), 'New{Enter}');
    expect(await screen.findByText('900 offers added to “New”; 2 were in it already.')).toBeTruthy();
    const sent = server.calls.find(({ what }) => what.endsWith('/matching'));
    expect(sent?.body).toEqual({ query: 'cat', note: null });
  });

  it('lets viewers look and save, not change', async () => {
    const me = { ...ME, role: 'viewer' as const };
    const { user } = await open('/offers', { ...LISTED, 'POST /auth/refresh': () => ({ body: session('t', me) }) });
    await user.click(await screen.findByRole('checkbox', { name: 'Select Offer a' }));
    expect(screen.getByRole('button', { name: 'Save as CSV' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add to collection' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
  });
});

const ONE = offerDetail({ list_price: '30.0000', category: 'Cats', category_path: ['Clothing', 'Cats'] });
const likes = { offer: matched(), group: [], maybe: [like()], apart: [], lowest_id: null };
const PAGE: Handlers = {
  ...LISTED,
  [`GET /offers/${ONE.id}`]: () => ({ body: ONE }),
  [`GET /offers/${ONE.id}/history`]: () => ({
    body: { items: [sighting({ seen_at: ONE.first_seen_at, price: '24.9000', page_id: ONE.page_id })] },
  }),
  [`GET /offers/${ONE.id}/matches`]: () => ({ body: likes }),
  [`GET /offers/${ONE.id}/collections`]: () => ({ body: { items: [] } }),
  [`GET /marketplaces/sample/pages/${ONE.page_id ?? ''}`]: () => ({ body: archivedPage() }),
};

describe('an offer', () => {
  it('leads each number back to the page that told it', async () => {
    const { user } = await open(`/offers/${ONE.id}`, PAGE);
    await user.click(await screen.findByRole('button', { name: 'Price $24.90: where this comes from' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Where this comes from' }));
    expect(await dialog.findByRole('link', { name: 'https://shop.example/list?page=2' })).toBeTruthy();
    expect(dialog.getByText('c0ffee')).toBeTruthy();
    expect(dialog.getByText('reader version 3')).toBeTruthy();
    expect(dialog.getByRole('link', { name: 'task 000100' }).getAttribute('href')).toMatch(/^\/tasks\//);
    const page = dialog.getByRole('link', { name: /^page / });
    expect(page.getAttribute('href')).toBe(`/sources/sample/pages/${ONE.page_id ?? ''}`);
  });

  it('says how many are left, now and at each sighting that knew', async () => {
    const { user } = await open(`/offers/${ONE.id}`, {
      ...PAGE,
      [`GET /offers/${ONE.id}`]: () => ({ body: { ...ONE, stock: 7 } }),
      [`GET /offers/${ONE.id}/history`]: () => ({
        body: {
          items: [
            sighting({ seen_at: new Date(Date.now() - 3 * 86_400_000).toISOString(), stock: 1204 }),
            sighting({ seen_at: new Date(Date.now() - 2 * 86_400_000).toISOString(), stock: 7 }),
          ],
        },
      }),
    });
    expect(await screen.findByRole('button', { name: '7 left: where this comes from' })).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Show 2 sightings as a table' }));
    const table = within(screen.getByRole('table', { name: 'Sightings' }));
    expect(table.getByRole('columnheader', { name: 'Left' })).toBeTruthy();
    expect(table.getByRole('cell', { name: '1,204' })).toBeTruthy();
  });

  it('leads to each collection that it is in', async () => {
    await open(`/offers/${ONE.id}`, {
      ...PAGE,
      [`GET /offers/${ONE.id}/collections`]: () => ({
        body: {
          items: [{ id: ONE.id, name: 'Rivals', may: 'view', note: null, added_at: ONE.last_seen_at, added_by: ME.id }],
        },
      }),
    });
    const held = await screen.findByRole('link', { name: 'Rivals' });
    expect(held.getAttribute('href')).toBe(`/collections/${ONE.id}`);
  });

  it('says in the server’s words why it cannot be watched', async () => {
    const { user } = await open(`/offers/${ONE.id}`, {
      ...PAGE,
      'POST /watches': () => problem(422, 'The sample market has no niche “https://shop.example/p/1”.'),
    });
    await user.click(await screen.findByRole('button', { name: 'Watch this offer' }));
    expect(await screen.findByText(/^The sample market has no niche/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Watch this offer' })).toBeTruthy();
  });

  it('is said to be the same as another, at once, and that is taken back', async () => {
    const path = `/matches/${ONE.id}/${like().offer.id}`;
    const { user, server } = await open(`/offers/${ONE.id}`, {
      ...PAGE,
      [`PUT ${path}`]: () => ({ body: { verdict: 'same', decided_by: `user:${ME.id}`, decided_at: ONE.last_seen_at } }),
      [`DELETE ${path}`]: () => ({ status: 204 }),
    });
    const list = within(await screen.findByRole('list', { name: 'Perhaps the same: is it?' }));
    await user.click(list.getByRole('button', { name: 'Same: Cat Tee, retro' }));
    expect(await screen.findByText('“Cat Tee, retro” is the same product.')).toBeTruthy();
    const toast = screen.getByText('“Cat Tee, retro” is the same product.').closest<HTMLElement>('[role="alert"]');
    await user.click(within(toast ?? document.body).getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(server.count(`DELETE ${path}`)).toBe(1);
    });
    expect(server.calls.find(({ what }) => what === `PUT ${path}`)?.body).toEqual({ verdict: 'same' });
  });
});
