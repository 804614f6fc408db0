import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { CHANNEL, listing, shop } from '@/testing/goods';
import { open, SIGNED_IN } from '@/testing/open';
import { ME, session } from '@/testing/rows';
import { type Handlers, problem } from '@/testing/server';

const ROW = listing();
const SELLING: Handlers = {
  ...SIGNED_IN,
  'GET /channels': () => ({ body: { items: [CHANNEL] } }),
  'GET /shops': () => ({ body: { items: [shop()] } }),
  [`GET /listings/${ROW.id}`]: () => ({ body: ROW }),
};

describe('a listing', () => {
  it('is withdrawn only when that is confirmed', async () => {
    const { user, server } = await open(`/listings/${ROW.id}`, {
      ...SELLING,
      [`POST /listings/${ROW.id}/withdraw`]: () => ({
        body: { ...ROW, status: 'withdrawing', updated_at: '2026-11-03T08:00:00Z' },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Withdraw' }));
    const dialog = await screen.findByRole('dialog', { name: 'Withdraw this listing?' });
    expect(server.count(`POST /listings/${ROW.id}/withdraw`)).toBe(0);
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw listing' }));
    expect(await screen.findByText('“Born to Nap, a shirt for tired cats” is being withdrawn.')).toBeTruthy();
  });

  it('that the channel shut out leads to its shop', async () => {
    const reason = 'The shop does not accept the token any more.';
    await open('/listings', {
      ...SELLING,
      'GET /listings': () => ({
        body: { items: [listing({ status: 'failed', kind: 'blocked', reason, url: null })], next_cursor: null },
      }),
    });
    expect(await screen.findByText(reason)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Connect the shop again' }).getAttribute('href')).toBe('/settings/shops');
  });

  it('never links to an address that is not of the web', async () => {
    await open(`/listings/${ROW.id}`, {
      ...SELLING,
      [`GET /listings/${ROW.id}`]: () => ({ body: listing({ url: 'javascript:alert(1)' }) }),
    });
    await screen.findByRole('heading', { name: ROW.title, level: 1 });
    expect(screen.queryByRole('link', { name: /^Open/ })).toBeNull();
  });

  it('shows how each part went, with its tries', async () => {
    await open(`/listings/${ROW.id}`, SELLING);
    const parts = await screen.findByRole('list', { name: 'Parts of its publication' });
    expect(within(parts).getByText(/took 5 s, 2 tries/)).toBeTruthy();
  });
});

describe('shops', () => {
  it('are connected by the channel’s own form, with its faults at their fields', async () => {
    const { user, server } = await open('/settings/shops', {
      ...SELLING,
      'POST /shops': () => problem(422, 'token: Another token opened this shop.'),
    });
    await user.click(await screen.findByRole('button', { name: 'Connect a shop' }));
    const form = await screen.findByRole('form', { name: 'Connect Practice shop' });
    await user.click(within(form).getByRole('button', { name: 'Connect' }));
    expect(await within(form).findAllByText('This is needed.')).toHaveLength(2);
    expect(server.count('POST /shops')).toBe(0);

    const token = within(form).getByLabelText(/^Token/);
    expect(token.getAttribute('type')).toBe('password');
    await user.type(within(form).getByRole('textbox', { name: /^Shop/ }), 'corner');
    await user.type(token, 'secret');
    await user.click(within(form).getByRole('button', { name: 'Connect' }));
    expect(await within(form).findByText('Another token opened this shop.')).toBeTruthy();
    expect(server.calls.find(({ what }) => what === 'POST /shops')?.body).toEqual({
      channel: 'sandbox',
      name: '',
      credentials: { shop: 'corner', token: 'secret' },
    });
  });

  it('are an owner’s alone', async () => {
    const { server } = await open('/settings/shops', {
      ...SELLING,
      'POST /auth/refresh': () => ({ body: session('first', { ...ME, role: 'member' }) }),
    });
    expect(await screen.findByText(/Only an owner/)).toBeTruthy();
    expect(server.count('GET /shops')).toBe(0);
  });

  it('are disconnected only when that is confirmed', async () => {
    const { user, server } = await open('/settings/shops', {
      ...SELLING,
      [`DELETE /shops/${shop().id}`]: () => ({ body: shop({ status: 'disconnected' }) }),
    });
    await user.click(await screen.findByRole('button', { name: 'Disconnect Corner shop' }));
    const dialog = await screen.findByRole('dialog', { name: 'Disconnect “Corner shop”?' });
    await user.click(within(dialog).getByRole('button', { name: 'Disconnect shop' }));
    await waitFor(() => {
      expect(server.count(`DELETE /shops/${shop().id}`)).toBe(1);
    });
  });
});
