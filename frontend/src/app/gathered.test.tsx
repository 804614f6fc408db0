import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { collected, collection, importRow, match, OFFERS_KIND, preview } from '@/testing/gathered';
import { open, SIGNED_IN } from '@/testing/open';
import { problem } from '@/testing/server';

const rivals = collection();
const at = `/collections/${rivals.id}`;
const listed = (...items: unknown[]) => ({ body: { items, next_cursor: null } });
const HELD = {
  ...SIGNED_IN,
  'GET /collections': () => listed(rivals),
  [`GET ${at}`]: () => ({ body: rivals }),
  [`GET ${at}/offers`]: () => listed(collected()),
};

describe('collections', () => {
  it('show their figures, and are made with a name that is free', async () => {
    const { user, history, server } = await open('/collections', {
      ...HELD,
      'POST /collections': () => problem(409, 'There is a collection of that name already.'),
    });
    const card = within(await screen.findByTestId('collection'));
    expect(card.getByText('$12.50')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'New collection' }));
    const form = within(await screen.findByRole('form', { name: 'Make collection' }));
    await user.type(form.getByLabelText('Name'), 'Rivals');
    await user.click(form.getByRole('button', { name: 'Make collection' }));
    expect(await form.findByText('There is a collection of that name already.')).toBeTruthy();
    server.handlers['POST /collections'] = () => ({ status: 201, body: rivals });
    await user.click(form.getByRole('button', { name: 'Make collection' }));
    await waitFor(() => {
      expect(history.location.pathname).toBe(at);
    });
  });

  it('are put away at once and come back by Undo', async () => {
    const { user, server } = await open('/collections', {
      ...HELD,
      [`POST ${at}/archive`]: () => ({ body: { ...rivals, archived_at: '2026-11-21T08:00:00Z' } }),
      [`POST ${at}/restore`]: () => ({ body: rivals }),
    });
    await user.click(await screen.findByRole('button', { name: 'More for Rivals' }));
    await user.click(await screen.findByText('Archive'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(server.count(`POST ${at}/restore`)).toBe(1);
    });
  });

  it('keep a note where it is written, and give a removed offer back', async () => {
    const one = collected();
    const { user, server } = await open(at, {
      ...HELD,
      [`PUT ${at}/offers/${one.id}/note`]: () => ({ body: { ...one, offer_id: one.id, note: 'Watch it' } }),
      [`POST ${at}/removals`]: () => ({
        body: { removed: 1, missing: [], more: false, offers_count: 1, removal_id: one.id, put_back: null },
      }),
      [`POST ${at}/removals/${one.id}/undo`]: () => ({
        body: { added: 1, already: 0, unknown: [], more: false, offers_count: 2 },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Write a note on Retro Cat Tee' }));
    server.handlers[`GET ${at}/offers`] = () => listed(collected({ note: 'Watch it' }));
    await user.keyboard('Watch it{Enter}');
    expect(await screen.findByText('Watch it')).toBeTruthy();
    expect(server.calls.find((call) => call.what.startsWith('PUT'))?.body).toEqual({ note: 'Watch it' });
    await user.click(screen.getByRole('button', { name: 'Remove Retro Cat Tee' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(server.count(`POST ${at}/removals/${one.id}/undo`)).toBe(1);
    });
  });

  it('that one may only look at offer nothing to change', async () => {
    await open(at, { ...HELD, [`GET ${at}`]: () => ({ body: { ...rivals, may: 'view' } }) });
    expect(await screen.findByText('Retro Cat Tee')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Remove|note|Add by filter/ })).toBeNull();
  });
});

describe('an import', () => {
  const row = importRow();
  const place = `/imports/${row.id}`;

  it('shows how it is read, asks again when that is put right, and starts so', async () => {
    const { user, server } = await open(place, {
      ...SIGNED_IN,
      'GET /imports/kinds': () => listed(OFFERS_KIND),
      [`GET ${place}`]: () => ({ body: row }),
      [`POST ${place}/preview`]: ({ body }) => ({
        body:
          'marketplace' in (body as { fixed: object }).fixed
            ? preview()
            : preview({ missing: ['No column tells marketplace or product_url: say which one does.'] }),
      }),
      [`POST ${place}/start`]: () => ({ body: { ...row, status: 'queued', format: 'csv' } }),
    });
    expect(await screen.findByText(/No column tells marketplace/)).toBeTruthy();
    expect(screen.getByText('Price is no price: “twelve”.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Start import' }).disabled).toBe(true);
    const choice = screen.getByRole('combobox', { name: 'Marketplace' });
    await user.click(choice);
    const choices = within(document.getElementById(choice.getAttribute('aria-controls') ?? '') ?? document.body);
    // The test's page lays nothing out, so what drops down counts as hidden.
    await user.click(choices.getByText('The same for every row'));
    await user.type(await screen.findByLabelText('Marketplace for every row'), 'etsy');
    await waitFor(() => {
      expect(screen.queryByText(/No column tells marketplace/)).toBeNull();
    });
    await user.click(screen.getByRole('button', { name: 'Start import' }));
    await waitFor(() => {
      expect(server.calls.find((call) => call.what === `POST ${place}/start`)?.body).toEqual({
        mapping: { marketplace: null },
        fixed: { marketplace: 'etsy' },
        dry_run: false,
      });
    });
  });
});

describe('the review of pairs', () => {
  it('is answered by keys, one pair after the other, and takes an answer back', async () => {
    const pairs = [match(2000), match(2010)];
    const [first] = pairs;
    const pair = `/matches/${first?.first.id ?? ''}/${first?.second.id ?? ''}`;
    const { user, server } = await open('/matches', {
      ...SIGNED_IN,
      'GET /matches': () => listed(...pairs),
      [`PUT ${pair}`]: () => ({ body: { verdict: 'same', decided_by: 'user:1', decided_at: '2026-11-21T08:00:00Z' } }),
      [`DELETE ${pair}`]: () => ({ status: 204 }),
    });
    expect(await screen.findByText('Mug 2000')).toBeTruthy();
    expect(screen.getByText('62 % sure that they are one product')).toBeTruthy();
    await user.keyboard('s');
    expect(await screen.findByText('Mug 2010')).toBeTruthy();
    await waitFor(() => {
      expect(server.calls.find((call) => call.what === `PUT ${pair}`)?.body).toEqual({ verdict: 'same' });
    });
    await user.keyboard('u');
    expect(await screen.findByText('Mug 2000')).toBeTruthy();
    expect(screen.getByText('0 same, 0 different')).toBeTruthy();
    await waitFor(() => {
      expect(server.count(`DELETE ${pair}`)).toBe(1);
    });
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByText('Mug 2010')).toBeTruthy();
  });
});
