import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Alert } from '@/lib/schema';
import { alert, alertDetail, alertPost, FOLLOWED, rule, talk } from '@/testing/alertRows';
import { open, SIGNED_IN } from '@/testing/open';
import { ME, session } from '@/testing/rows';
import { trend, trendDetail } from '@/testing/runRows';
import { type Handlers, problem } from '@/testing/server';

const LISTENING: Handlers = { ...SIGNED_IN, 'GET /subjects': () => ({ body: { items: [FOLLOWED] } }) };
const VIEWER: Handlers = {
  'POST /auth/refresh': () => ({ body: session('first', { ...ME, role: 'viewer' }) }),
};
const { id } = alert();

/** A workspace with one alert, in which acts count. */
function withAlert(): Handlers {
  let row: Alert = alert();
  const put = (parts: Partial<Alert>) => () => {
    row = { ...row, ...parts };
    return { body: row };
  };
  const closed = { state: 'closed', closed_why: 'person', closed_by: `user:${ME.id}` } as const;
  return {
    ...LISTENING,
    'GET /alerts': ({ query }) => {
      const state = query.get('state');
      return { body: { items: state === null || state === row.state ? [row] : [], next_cursor: null } };
    },
    [`GET /alerts/${id}`]: () => ({ body: alertDetail(row) }),
    [`POST /alerts/${id}/acknowledge`]: put({ state: 'acknowledged', acknowledged_by: `user:${ME.id}` }),
    [`POST /alerts/${id}/close`]: ({ body }) =>
      put({ ...closed, closed_at: new Date().toISOString(), reason: (body as { reason: string }).reason })(),
    [`POST /alerts/${id}/reopen`]: put({ state: 'open', closed_at: null, closed_why: null, reason: null }),
  };
}

describe('the list of alerts', () => {
  it('says what happened, where, with the bounds, and how many are open', async () => {
    const { user } = await open('/alerts', withAlert());
    const row = within(await screen.findByTestId('alert'));
    expect(row.getByText(/60 of the 80 posts/)).toBeTruthy();
    expect(row.getByText(/surely 58% to 86%\. Opens over 50%/)).toBeTruthy();
    expect((await screen.findAllByTestId('alerts-mark'))[0]?.textContent).toContain('1 alert open');
    await user.click(row.getByRole('button', { name: 'Acknowledge the alert about paper fox' }));
    expect(await row.findByText('Acknowledged')).toBeTruthy();
    await waitFor(() => {
      expect(screen.queryByTestId('alerts-mark')).toBeNull();
    });
  });

  it('is told of in the bar of a phone, on the corner of what it stands under', async () => {
    await open('/', withAlert());
    const [more] = await screen.findAllByRole('button', { name: /^More/ });
    await waitFor(() => {
      expect(more?.textContent).toBe('More11 alert open');
    });
  });

  it('tells silence from nobody listening', async () => {
    await open('/alerts', LISTENING);
    expect(await screen.findByText(/Three rules watch “paper fox”/)).toBeTruthy();
  });

  it('is narrowed by its address', async () => {
    const { server } = await open('/alerts?state=closed', withAlert());
    expect(await screen.findByText('No alert is like that')).toBeTruthy();
    expect(server.calls.some(({ what, query }) => what === 'GET /alerts' && query.get('state') === 'closed')).toBe(
      true,
    );
  });
});

describe('an alert', () => {
  it('shows its numbers and posts, is closed with a reason, and opened again by Undo', async () => {
    const { user, server } = await open(`/alerts/${id}`, withAlert());
    expect(await screen.findByRole('img', { name: /Negative share 75%; it opens over 50%/ })).toBeTruthy();
    expect(screen.getByText('It fell apart at once.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    const form = within(await screen.findByRole('form', { name: 'Close the alert' }));
    await user.click(form.getByRole('button', { name: 'Close the alert' }));
    expect(await form.findByText('Say why.')).toBeTruthy();
    await user.type(form.getByLabelText('Why'), 'An old joke{Enter}');
    expect(await screen.findByText('Closed by you')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(server.count(`POST /alerts/${id}/reopen`)).toBe(1);
    });
    expect(await screen.findByRole('button', { name: 'Acknowledge' })).toBeTruthy();
  });

  it('that somebody else took care of says so in the API’s words, and stands as it was', async () => {
    const { user } = await open(`/alerts/${id}`, {
      ...withAlert(),
      [`POST /alerts/${id}/acknowledge`]: () => problem(409, 'Somebody has acknowledged this alert already.'),
    });
    await user.click(await screen.findByRole('button', { name: 'Acknowledge' }));
    expect(await screen.findByText('Somebody has acknowledged this alert already.')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Acknowledge' })).toBeTruthy();
  });

  it('is only looked at by viewers, and a deleted post leads nowhere', async () => {
    const posts = [alertPost({ text: '' })];
    await open(`/alerts/${id}`, {
      ...withAlert(),
      ...VIEWER,
      [`GET /alerts/${id}`]: () => ({ body: alertDetail({ posts }) }),
    });
    expect(await screen.findByText(/Viewers only look/)).toBeTruthy();
    expect(screen.getByText('Its author has deleted it since.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Open the post/ })).toBeNull();
  });
});

describe('the rules', () => {
  const RULES: Handlers = {
    ...LISTENING,
    'GET /alert-rules': () => ({ body: { items: [rule(), rule({ kind: 'burst', enter: 5, leave: 2.5 })] } }),
  };

  it('are changed for one network, and refused in the API’s words', async () => {
    const { user, server } = await open('/alerts/rules', {
      ...RULES,
      'PUT /alert-rules/negative': () => problem(422, 'A share lies between 0 and 1.'),
    });
    await user.click(await screen.findByRole('button', { name: 'Negative share: a rule for one subject or network' }));
    const form = within(await screen.findByRole('form', { name: 'Negative share' }));
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('Choose a subject, a network, or both.')).toBeTruthy();
    await user.click(form.getByRole('combobox', { name: 'Network' }));
    await user.click(await screen.findByRole('option', { name: 'TikTok', hidden: true }));
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('A share lies between 0 and 1.')).toBeTruthy();
    const call = server.calls.find(({ what }) => what === 'PUT /alert-rules/negative');
    expect([call?.query.get('network'), call?.body]).toMatchObject(['tiktok', { enter: 0.5, leave: 0.4 }]);
  });

  it('are put back to what they are by themselves, and that is undone', async () => {
    const mine = rule({ enter: 0.6, updated_by: `user:${ME.id}`, updated_at: '2026-11-20T08:00:00Z' });
    const { user, server } = await open('/alerts/rules', {
      ...RULES,
      'GET /alert-rules': () => ({ body: { items: [mine] } }),
      'DELETE /alert-rules/negative': () => ({ status: 204 }),
      'PUT /alert-rules/negative': () => ({ body: mine }),
    });
    await user.click(await screen.findByRole('button', { name: 'Reset: All that is followed' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(server.calls.find(({ what }) => what === 'PUT /alert-rules/negative')?.body).toMatchObject({ enter: 0.6 });
    });
  });

  it('are only looked at by viewers', async () => {
    await open('/alerts/rules', { ...RULES, ...VIEWER });
    expect(await screen.findByText(/Viewers only look/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Change/ })).toBeNull();
    for (const toggle of screen.getAllByRole('switch')) expect(toggle.hasAttribute('disabled')).toBe(true);
  });
});

describe('what is said of a trend', () => {
  const at = `/trends/${trend().id}`;
  const page = (items: unknown[]): Handlers => ({
    ...LISTENING,
    [`GET ${at}`]: () => ({ body: trendDetail() }),
    [`GET ${at}/talk`]: () => ({ body: { items } }),
  });

  it('is drawn by measure and read by the arrows', async () => {
    const { user } = await open(at, page([talk(), talk({ day: '2026-11-02', posts: 14 })]));
    const panel = within(await screen.findByRole('region', { name: 'What is said of it' }));
    const line = await panel.findByRole('slider', { name: /^Posts about/ });
    expect(line.getAttribute('aria-valuetext')).toMatch(/Nov 2, 2026: Posts 14/);
    await user.click(panel.getByRole('combobox', { name: 'Measure' }));
    await user.click(await screen.findByRole('option', { name: 'Share of negative', hidden: true }));
    expect((await panel.findByRole('slider')).getAttribute('aria-valuetext')).toMatch(/25%/);
    await user.click(panel.getByRole('button', { name: 'Show 2 days as a table' }));
    expect(within(screen.getByRole('table', { name: 'Days of talk' })).getAllByText('TikTok')).toHaveLength(2);
  });

  it('is said to be nothing where nobody listens', async () => {
    await open(at, page([]));
    expect(await screen.findByText('Nobody listens yet')).toBeTruthy();
  });
});
