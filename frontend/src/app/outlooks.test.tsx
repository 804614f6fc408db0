import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { open, SIGNED_IN } from '@/testing/open';
import { launch, outlook, signal } from '@/testing/outlookRows';
import { ME, session } from '@/testing/rows';
import { trend, trendDetail } from '@/testing/runRows';
import { problem } from '@/testing/server';

const { id } = trend();
const SECOND = '0198c1a0-0000-7000-8000-000000000401';
const NONE = { items: [], next_cursor: null };
const DAYS = Array.from({ length: 20 }, (_, index) => signal({ day: `2026-11-${String(index + 1).padStart(2, '0')}` }));
const WEIGHTS = { demand: 0.3, momentum: 0.3, competition: 0.2, profitability: 0.15, sentiment: 0.05 };

const page = (of: string, name = 'Cat dad') => ({
  [`GET /trends/${of}`]: () => ({ body: trendDetail({ id: of, name }) }),
  [`GET /trends/${of}/outlook`]: () => ({ body: outlook() }),
  [`GET /trends/${of}/signals`]: () => ({ body: { items: DAYS } }),
  [`GET /trends/${of}/kinships`]: () => ({ body: { items: [] } }),
  [`GET /trends/${of}/points`]: () => ({ body: { items: [] } }),
  [`GET /trends/${of}/evidence`]: () => ({ body: NONE }),
});
const RIVER = {
  ...SIGNED_IN,
  ...page(id),
  'GET /trends': () => ({ body: { items: [trend(), trend({ id: SECOND, name: 'Book dragon' })], next_cursor: null } }),
  'GET /trends/totals': () => ({ body: { trends: 2, grouped: 24, ungrouped: 3, analysed_at: null } }),
  'GET /trends/weights': () => ({ body: WEIGHTS }),
  'GET /trends/patterns': () => ({ body: { items: [{ kind: 'recipient', value: 'dad', trends: 2 }] } }),
};

describe('where a trend stands', () => {
  it('is told with what it is made of, and what is not known is said so', async () => {
    const { user } = await open(`/trends/${id}`, RIVER);
    const stands = within(await screen.findByRole('region', { name: 'Where it stands' }));
    expect(await stands.findByText(/It rose by 35%/)).toBeTruthy();
    expect(stands.getByText(/Not known: it does not reach 7 days back/)).toBeTruthy();
    expect(stands.getByText('+11% to +62%, p 0.004')).toBeTruthy();
    expect(stands.getByRole('button', { name: 'Sentiment: not known' })).toBeTruthy();
    await user.click(stands.getByRole('button', { name: 'Demand: 65 of 100, 50% sure' }));
    expect(stands.getByText('About 400 sold in four weeks.')).toBeTruthy();
    expect(stands.getByText('1,300')).toBeTruthy();
    expect(await screen.findByText('120 to 1,300')).toBeTruthy();
    expect(screen.getByText(/Two years of its past have to be known/)).toBeTruthy();
    expect(await screen.findByText(/it errs 0.8 times as much as repeating last season/)).toBeTruthy();
  });

  it('opens its signals to the days, and reads them by the arrows', async () => {
    const { user } = await open(`/trends/${id}`, RIVER);
    const line = await screen.findByRole('slider', { name: /^Reviews gained of Cat dad/ });
    expect(line.getAttribute('aria-valuetext')).toMatch(/Nov 20, 2026: Reviews gained 12/);
    line.focus();
    await user.keyboard('{ArrowLeft}');
    expect(line.getAttribute('aria-valuetext')).toMatch(/Nov 19, 2026/);
    await user.click(screen.getByRole('button', { name: 'Show 20 days as a table' }));
    expect(within(screen.getByRole('table', { name: 'Days' })).getAllByText('$24.00')).toHaveLength(20);
  });

  it('says when it was not judged yet, in the server’s words, and shows the rest', async () => {
    await open(`/trends/${id}`, {
      ...RIVER,
      [`GET /trends/${id}/outlook`]: () => problem(404, 'This trend was not judged yet.'),
      [`GET /trends/${id}/kinships`]: () => ({
        body: {
          items: [
            {
              kind: 'split',
              at: '2026-11-01T08:00:00Z',
              offers: 7,
              key_before: 'cats',
              trend_id: id,
              before_id: SECOND,
              other_name: 'Cats',
            },
          ],
        },
      }),
    });
    expect((await screen.findAllByText('This trend was not judged yet.')).length).toBeGreaterThan(0);
    const kin = within(await screen.findByRole('region', { name: 'How it came about' }));
    expect(kin.getByRole('link', { name: 'Cats' }).getAttribute('href')).toBe(`/trends/${SECOND}`);
    expect(screen.getByRole('region', { name: 'Classic score' })).toBeTruthy();
  });
});

describe('what offers say alike', () => {
  const says = {
    offer_id: SECOND,
    title: 'Cat mug for dad',
    marketplace: 'sample',
    seller: null,
    image_url: null,
    product_url: null,
    price: '18.00',
    currency: 'USD',
    reviews_count: 4,
    says: 'for dad',
  };

  it('is told with how many say so, and opens to their words', async () => {
    const { user, server } = await open(`/trends/${id}`, {
      ...RIVER,
      [`GET /trends/${id}/patterns/offers`]: () => ({ body: { items: [says], next_cursor: null } }),
    });
    const panel = within(await screen.findByRole('region', { name: 'Audience and style' }));
    expect(within(panel.getByRole('list', { name: 'At which price' })).getByText('Middle')).toBeTruthy();
    await user.click(panel.getByRole('button', { name: 'dad: 7 of 12' }));
    const opened = within(await screen.findByRole('dialog', { name: 'dad: 7 of 12 offers' }));
    expect((await opened.findByRole('link', { name: 'Cat mug for dad' })).getAttribute('href')).toBe(
      `/offers/${SECOND}`,
    );
    expect(opened.getByText(/“for dad”/)).toBeTruthy();
    const asked = server.calls.find((call) => call.what === `GET /trends/${id}/patterns/offers`);
    expect([asked?.query.get('kind'), asked?.query.get('value')]).toEqual(['recipient', 'dad']);
  });

  it('narrows the board as its address says', async () => {
    const { server } = await open('/trends?recipient=dad', RIVER);
    expect(await screen.findByDisplayValue('dad (2)')).toBeTruthy();
    const asked = server.calls.filter((call) => call.what === 'GET /trends');
    expect(asked.map((call) => call.query.get('recipient'))).toContain('dad');
  });

  it('says which movement its q is of', async () => {
    await open('/trends', RIVER);
    expect((await screen.findAllByText(/over 89 days surely moves, q 0.02/)).length).toBeGreaterThan(0);
  });
});

describe('trends compared', () => {
  it('are still chosen when somebody comes back', async () => {
    const first = await open('/trends', RIVER);
    await first.user.click(await screen.findByRole('checkbox', { name: 'Select Cat dad' }));
    cleanup();
    await open('/trends', RIVER);
    const box = await screen.findByRole('checkbox', { name: 'Select Cat dad' });
    expect((box as HTMLInputElement).checked).toBe(true);
    expect(screen.getByText(/1 of 5 selected/)).toBeTruthy();
  });

  it('are chosen on the board, stand side by side, and are taken out one by one', async () => {
    const { user, history } = await open('/trends', { ...RIVER, ...page(SECOND, 'Book dragon') });
    await user.click(await screen.findByRole('checkbox', { name: 'Select Cat dad' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select Book dragon' }));
    await user.click(within(screen.getByRole('region', { name: 'Selection' })).getByRole('link'));
    const table = within(await screen.findByRole('table', { name: 'Compared trends' }));
    expect(history.location.pathname).toBe('/trends/compare');
    await waitFor(() => {
      expect(table.getAllByText('120 to 1,300')).toHaveLength(2);
    });
    await user.click(table.getByRole('button', { name: 'Remove Cat dad' }));
    await waitFor(() => {
      expect(history.location.search).toBe(`?ids=${SECOND}`);
    });
  });

  it('are five at most, and a link to what is gone says so', async () => {
    const gone = ['2', '3', '4', '5', '6'].map((end) => `0198c1a0-0000-7000-8000-00000000040${end}`);
    await open(`/trends/compare?ids=${[id, ...gone, 'nonsense'].join(',')}`, RIVER);
    expect(await screen.findByText('5 of these trends are not known')).toBeTruthy();
    expect(screen.getByText('5 trends at most can be compared')).toBeTruthy();
    expect(screen.getByText(/nonsense/)).toBeTruthy();
    expect(screen.getByRole('table', { name: 'Compared trends' })).toBeTruthy();
  });
});

describe('the calendar', () => {
  it('counts back by the lead times of its address', async () => {
    const { user, history, server } = await open('/trends/calendar', {
      ...RIVER,
      'GET /trends/calendar': () => ({ body: { items: [launch(), launch({ trend_id: SECOND, state: 'begin now' })] } }),
    });
    const rows = await screen.findAllByTestId('launch');
    expect(rows[0]?.textContent).toContain('Begin now');
    const field = screen.getByLabelText('Designing');
    await user.clear(field);
    await user.type(field, '21');
    await waitFor(() => {
      expect(history.location.search).toBe('?designing=21');
    });
    await waitFor(() => {
      const asked = server.calls.filter((call) => call.what === 'GET /trends/calendar');
      expect(asked.map((call) => call.query.get('designing'))).toContain('21');
    });
  });

  it('explains why it is empty', async () => {
    await open('/trends/calendar', { ...RIVER, 'GET /trends/calendar': () => ({ body: { items: [] } }) });
    expect(await screen.findByText(/Two years of days have to be known/)).toBeTruthy();
  });
});

describe('how the score is weighed', () => {
  it('is changed by an owner, in shares of the sum, and can be taken back', async () => {
    let kept = WEIGHTS;
    const { user, server } = await open('/trends', {
      ...RIVER,
      'GET /trends/weights': () => ({ body: kept }),
      'PUT /trends/weights': ({ body }) => {
        kept = body as typeof WEIGHTS;
        return { body: kept };
      },
    });
    await user.click(await screen.findByRole('button', { name: 'How the score is weighed' }));
    const form = within(await screen.findByRole('form', { name: 'How the score is weighed' }));
    const demand = form.getByLabelText('Weight of Demand in numbers');
    await user.clear(demand);
    await user.type(demand, '80');
    expect(form.getByLabelText('Demand weighs 53%')).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(server.count('PUT /trends/weights')).toBe(2);
    });
    expect(kept).toEqual(WEIGHTS);
  });

  it('is only told to whoever owns nothing here', async () => {
    const { user } = await open('/trends', {
      ...RIVER,
      'POST /auth/refresh': () => ({ body: session('first', { ...ME, role: 'viewer' }) }),
    });
    await user.click(await screen.findByRole('button', { name: 'How the score is weighed' }));
    expect(await screen.findByText(/Only an owner of the workspace can change it/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
