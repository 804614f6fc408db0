import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { archivedPage, budget, health, watch } from '@/testing/collecting';
import { open, SIGNED_IN } from '@/testing/open';
import { SAMPLE, session, task } from '@/testing/rows';
import { problem } from '@/testing/server';

const HEALTHY = {
  ...SIGNED_IN,
  'GET /marketplaces/sample/health': () => ({ body: health() }),
  'GET /marketplaces/sample/budget': () => ({ body: budget() }),
};

describe('starting', () => {
  it('keeps watching at the pace that was chosen, and starts no collection of its own', async () => {
    const { user, server } = await open('/tasks', {
      ...HEALTHY,
      'POST /watches': () => ({ status: 201, body: watch() }),
    });
    await user.type(await screen.findByLabelText('A niche'), 'cats');
    await user.click(screen.getByText('Keep watching'));
    await user.click(screen.getByText('Always the same'));
    await user.clear(screen.getByLabelText('How many'));
    await user.type(screen.getByLabelText('How many'), '12');
    await user.click(screen.getByRole('button', { name: 'Start watching' }));
    await screen.findByText(/is watched. Its first visit/);
    const call = server.calls.find((one) => one.what === 'POST /watches');
    expect(call?.body).toMatchObject({ target: 'cats', every_minutes: 720, priority: 'normal', past_robots: false });
    expect(server.count('POST /tasks')).toBe(0);
  });

  it('goes past robots.txt only after an owner was told that it is recorded', async () => {
    const { user, server } = await open('/tasks', { ...HEALTHY, 'POST /tasks': () => ({ status: 201, body: task() }) });
    await user.type(await screen.findByLabelText('A niche'), 'cats');
    await user.click(screen.getByRole('button', { name: /Priority and limits/ }));
    await user.click(await screen.findByRole('checkbox', { name: /Go past robots.txt/ }));
    const asked = await screen.findByRole('dialog');
    expect(within(asked).getByText(/the audit trail will show your name/)).toBeTruthy();
    await user.click(within(asked).getByRole('button', { name: 'Go past it' }));
    await user.click(screen.getByRole('button', { name: 'Start collection' }));
    await waitFor(() => {
      expect(server.calls.find((one) => one.what === 'POST /tasks')?.body).toMatchObject({ past_robots: true });
    });
  });

  it('leaves that to owners', async () => {
    const me = { ...session().me, role: 'member' as const };
    const { user } = await open('/tasks', { ...HEALTHY, 'POST /auth/refresh': () => ({ body: session('t', me) }) });
    await user.click(await screen.findByRole('button', { name: /Priority and limits/ }));
    const box = await screen.findByRole('checkbox', { name: /Go past robots.txt/ });
    expect(box.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('Only an owner of the workspace can decide this.')).toBeTruthy();
  });
});

describe('a watch', () => {
  it('that was ended comes back with its wishes, paused as it was', async () => {
    const row = watch({ every_minutes: 2_880, priority: 'high', max_pages: 20, paused_at: '2026-11-20T08:00:00Z' });
    const { user, server } = await open('/watches', {
      ...HEALTHY,
      'GET /watches': () => ({ body: { items: [row] } }),
      [`DELETE /watches/${row.id}`]: () => ({ status: 204 }),
      'POST /watches': () => ({ status: 201, body: { ...row, id: 'again', paused_at: null } }),
      'POST /watches/again/pause': () => ({ body: { ...row, id: 'again' } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Stop watching everything' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(server.count('POST /watches/again/pause')).toBe(1);
    });
    const made = server.calls.find((one) => one.what === 'POST /watches')?.body;
    expect(made).toMatchObject({ every_minutes: 2_880, priority: 'high', max_pages: 20, past_robots: false });
  });

  it('says why it has its pace, and is changed by its form', async () => {
    const row = watch();
    const { user, server } = await open('/watches', {
      ...HEALTHY,
      'GET /watches': () => ({ body: { items: [row] } }),
      [`PUT /watches/${row.id}`]: () => ({ body: { ...row, max_pages: 7 } }),
    });
    expect(await screen.findByText(row.why)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Change everything' }));
    await user.type(await screen.findByLabelText('Pages at most'), '7');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/is watched as you chose/);
    const call = server.calls.find((one) => one.what.startsWith('PUT'));
    expect(call?.body).toEqual({ every_minutes: null, priority: 'low', max_pages: 7, past_robots: false });
  });
});

describe('a task', () => {
  it('that failed says why, what was passed over, and leads from its pages to where they came from', async () => {
    const row = task({
      status: 'failed',
      reason: 'A wall.',
      offers_rejected: 6,
      rejections: { 'It has no price.': 6 },
    });
    const page = archivedPage({
      outcome: 'blocked',
      reason: 'It wants no programs.',
      offers_found: 0,
      task_id: row.id,
    });
    const { user } = await open(`/tasks/${row.id}`, {
      ...HEALTHY,
      [`GET /tasks/${row.id}`]: () => ({ body: row }),
      [`GET /tasks/${row.id}/pages`]: () => ({ body: { items: [page], next_cursor: null } }),
      [`GET /marketplaces/sample/pages/${page.id}`]: () => ({ body: page }),
    });
    expect(await screen.findByText('Why it failed')).toBeTruthy();
    expect(screen.getByText('It has no price.')).toBeTruthy();
    await user.click(await screen.findByRole('link', { name: 'shop.example/search?page=4' }));
    expect(await screen.findByText(page.sha256 ?? '')).toBeTruthy();
    expect(screen.getByText('It wants no programs.')).toBeTruthy();
    expect(await screen.findByText(/Version 2; 3 is in use now/)).toBeTruthy();
  });
});

describe('a source', () => {
  const alarm = { id: 'a', marketplace: 'sample', what: 'pages', sentence: 'Much is blocked.', closed_at: null };
  const bad = health({ alarms: [alarm.sentence], alarms_kept: [{ ...alarm, opened_at: '2026-11-21T08:00:00Z' }] });
  const watched = { 'GET /watches': () => ({ body: { items: [watch()] } }) };

  it('with an alarm is marked on the way to it, and says what is wrong', async () => {
    const { user } = await open('/sources', {
      ...HEALTHY,
      ...watched,
      'GET /marketplaces/sample/health': () => ({ body: bad }),
    });
    expect((await screen.findAllByText('1 alarm is open')).length).toBeGreaterThan(0);
    await user.click(await screen.findByRole('link', { name: SAMPLE.title }));
    expect(within(await screen.findByTestId('alarm')).getByText(/Much is blocked/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Blocked: 30% of the last day/ })).toBeTruthy();
  });

  it('takes an owner’s limit, and says at the field why not', async () => {
    const { user, server } = await open('/sources/sample', {
      ...HEALTHY,
      'PUT /marketplaces/sample/budget': () =>
        problem(400, 'No.', [{ field: 'body.pages_per_day', problem: 'too many' }]),
    });
    await user.type(await screen.findByLabelText('Pages a day at most'), '500');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Too many.')).toBeTruthy();
    server.handlers['PUT /marketplaces/sample/budget'] = () => ({ body: budget({ pages_per_day: 500 }) });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('96 of 500')).toBeTruthy();
  });

  it('has its archived pages read again, slice by slice', async () => {
    const slice = { pages: 20, offers: 900, new: 3, changed: 7, unread: 1, gone: 0 };
    const { user, server } = await open('/sources/sample', {
      ...HEALTHY,
      'POST /marketplaces/sample/reparse': ({ body }) => ({
        body: { ...slice, next_cursor: (body as { cursor: string | null }).cursor === null ? 'next' : null },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Read again' }));
    expect(
      await screen.findByText(/Done. 40 pages, 1,800 offers: 6 new, 14 changed. 2 pages gave nothing/),
    ).toBeTruthy();
    expect(server.count('POST /marketplaces/sample/reparse')).toBe(2);
  });
});
