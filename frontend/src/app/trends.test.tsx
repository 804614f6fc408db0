import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { open, SIGNED_IN } from '@/testing/open';
import { evidence, idea, ideaDetail, run, trend, trendDetail, trendPoint } from '@/testing/runRows';

const none = { items: [], next_cursor: null };
const TOTALS = { trends: 2, grouped: 24, ungrouped: 3, analysed_at: new Date().toISOString() };
const RIVER = {
  ...SIGNED_IN,
  'GET /trends': () => ({ body: { items: [trend()], next_cursor: null } }),
  'GET /trends/totals': () => ({ body: TOTALS }),
};

describe('the board of trends', () => {
  it('lists each with its score and its parts, and says how much of the market it covers', async () => {
    await open('/trends', RIVER);
    const row = within(await screen.findByTestId('trend'));
    expect(row.getByRole('img', { name: 'Score 71.4 of 100' })).toBeTruthy();
    expect(row.getByText('Rising')).toBeTruthy();
    expect(row.getByText('+35%')).toBeTruthy();
    expect(row.getByText(/surely moves, q.0.02$/)).toBeTruthy();
    expect(row.getByText('62% sure')).toBeTruthy();
    expect(row.getByRole('link', { name: 'Cat dad' })).toBeTruthy();
    expect(row.getByText('52.5')).toBeTruthy();
    expect(row.getByText('$18.00 to $31.50')).toBeTruthy();
    expect(screen.getByText('low is good')).toBeTruthy();
    expect(await screen.findByText(/2 trends from 24 offers; 3 more belong to none yet/)).toBeTruthy();
  });

  it('is sorted by its headings, with the order in the address', async () => {
    const { user, history, server } = await open('/trends', RIVER);
    await screen.findByTestId('trend');
    await user.click(screen.getByRole('button', { name: 'Competition' }));
    expect(history.location.search).toBe('?sort=competition');
    await user.click(screen.getByRole('button', { name: 'Competition' }));
    expect(history.location.search).toBe('?sort=-competition');
    expect(server.calls.filter((call) => call.what === 'GET /trends').map((call) => call.query.get('sort'))).toContain(
      'competition',
    );
  });

  it('opens a trend from its dot, which the arrows reach', async () => {
    const second = trend({ id: '0198c1a0-0000-7000-8000-000000000401', name: 'Book dragon', score: 60 });
    const { user, history } = await open('/trends', {
      ...RIVER,
      'GET /trends': () => ({ body: { items: [trend(), second], next_cursor: null } }),
    });
    const chart = within(await screen.findByRole('group', { name: 'Trends by demand and competition' }));
    const first = chart.getByRole('link', { name: /^Cat dad: score 71.4/ });
    first.focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(chart.getByRole('link', { name: /^Book dragon/ }));
    await user.click(first);
    expect(history.location.pathname).toBe(`/trends/${trend().id}`);
  });

  it('says what to do first when there is nothing', async () => {
    await open('/trends', {
      ...RIVER,
      'GET /trends': () => ({ body: none }),
      'GET /trends/totals': () => ({ body: { trends: 0, grouped: 0, ungrouped: 0, analysed_at: null } }),
    });
    expect(await screen.findByText('No trends yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Collect offers' }).getAttribute('href')).toBe('/tasks');
  });
});

describe('a trend', () => {
  it('opens its score to the formula, the inputs and the clamp, and shows its evidence', async () => {
    const { id } = trend();
    await open(`/trends/${id}`, {
      ...RIVER,
      [`GET /trends/${id}`]: () => ({ body: trendDetail() }),
      [`GET /trends/${id}/points`]: () => ({ body: { items: [trendPoint({ day: '2026-11-20' })] } }),
      [`GET /trends/${id}/evidence`]: () => ({ body: { items: [evidence()], next_cursor: null } }),
    });
    const growth = within(await screen.findByRole('group', { name: 'Growth' }));
    expect(growth.getByText('average rating × 20 + 10')).toBeTruthy();
    expect(growth.getByText('106 before it was held to 100')).toBeTruthy();
    expect(screen.getByText('Told by no offer: counts as 0')).toBeTruthy();
    expect(await screen.findByRole('img', { name: /^Classic score, from/ })).toBeTruthy();
    const offer = await screen.findByRole('link', { name: 'Retro Cat Tee' });
    expect(offer.getAttribute('href')).toBe(`/offers/${evidence().offer_id}`);
    expect(screen.getByRole('link', { name: 'Its ideas' }).getAttribute('href')).toBe(`/ideas?trend_id=${id}`);
  });
});

describe('ideas', () => {
  const IDEAS = {
    ...RIVER,
    'GET /ideas': () => ({ body: { items: [idea()], next_cursor: null } }),
    [`GET /ideas/${idea().id}`]: () => ({ body: ideaDetail() }),
    [`GET /runs/${run().id}`]: () => ({ body: run() }),
  };

  it('open in the address, with the prompt and what the model was told, and close again', async () => {
    const { user, history } = await open('/ideas', IDEAS);
    await user.click(await screen.findByRole('link', { name: 'Nap Supervisor' }));
    const whole = within(await screen.findByRole('dialog'));
    expect(await whole.findByRole('button', { name: 'Copy design prompt' })).toBeTruthy();
    expect(whole.getByText('middle')).toBeTruthy();
    expect(history.location.search).toBe(`?idea=${idea().id}`);
    await user.keyboard('{Escape}');
    expect(history.location.search).toBe('');
  });

  it('are narrowed to a trend by a link, by its name, until that is taken off', async () => {
    const { user, history, server } = await open(`/ideas?trend_id=${trend().id}&run_id=not-an-id`, IDEAS);
    await user.click(await screen.findByRole('button', { name: 'Remove filter Trend: Cat dad' }));
    expect(history.location.search).toBe('');
    const asked = server.calls.filter((call) => call.what === 'GET /ideas').map((call) => call.query.get('trend_id'));
    expect(asked).toEqual([trend().id, null]);
  });
});
