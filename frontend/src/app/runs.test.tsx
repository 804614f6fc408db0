import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { open, SIGNED_IN } from '@/testing/open';
import { ME, session } from '@/testing/rows';
import { plan, run, step, trend } from '@/testing/runRows';
import { problem } from '@/testing/server';

const RIVER = {
  ...SIGNED_IN,
  'GET /trends': () => ({ body: { items: [trend()], next_cursor: null } }),
  'GET /plan': () => ({ body: plan() }),
  'GET /designs/counts': () => ({ body: { counts: {} } }),
};

describe('runs', () => {
  it('are started over as many trends as one says, and told what they may spend', async () => {
    const begun = run({ trends_wanted: 7 });
    const { user, server, history } = await open('/runs', {
      ...RIVER,
      'GET /runs': () => ({ body: { items: [], next_cursor: null } }),
      'POST /runs': () => ({ status: 201, body: begun }),
      [`GET /runs/${begun.id}`]: () => ({ body: begun }),
      [`GET /runs/${begun.id}/steps`]: () => ({ body: { items: [], next_cursor: null } }),
    });
    const field = await screen.findByLabelText('How many trends');
    expect(screen.getByText('$5.00')).toBeTruthy();
    await user.clear(field);
    await user.click(screen.getByRole('button', { name: 'Start run' }));
    expect(await screen.findByText('Choose 1 to 60 trends.')).toBeTruthy();
    expect(server.count('POST /runs')).toBe(0);
    await user.type(field, '7');
    expect(screen.getByText(/draws 21 designs/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Start run' }));
    expect(await screen.findByRole('heading', { name: begun.about, level: 1 })).toBeTruthy();
    expect(history.location.pathname).toBe(`/runs/${begun.id}`);
    expect(server.calls.find((call) => call.what === 'POST /runs')?.body).toEqual({ trends: 7 });
  });

  it('that wait lead to their designs, and are stopped only after a second word', async () => {
    const waiting = run({ status: 'waiting' }, { analyse: { done: 1 }, approve: { waiting: 2 } });
    const { user, server } = await open(`/runs/${waiting.id}`, {
      ...RIVER,
      [`GET /runs/${waiting.id}`]: () => ({ body: waiting }),
      [`GET /runs/${waiting.id}/steps`]: () => ({ body: { items: [step()], next_cursor: null } }),
      [`POST /runs/${waiting.id}/stop`]: () => ({ body: run({ status: 'stopped' }) }),
    });
    const decide = await screen.findByRole('link', { name: 'Decide on 2 designs' });
    expect(decide.getAttribute('href')).toBe(`/designs?status=waiting&run_id=${waiting.id}`);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(server.count(`POST /runs/${waiting.id}/stop`)).toBe(0);
    await user.click(await screen.findByRole('button', { name: 'Stop the run' }));
    expect(await screen.findByText('Stopped')).toBeTruthy();
    expect(await screen.findAllByRole('button', { name: 'Resume' })).not.toHaveLength(0);
  });

  it('show the steps of the verb that is chosen in the diagram, each with why it failed', async () => {
    const failed = run(
      { status: 'failed', reason: 'Draw the designs: no budget is left.' },
      { analyse: { done: 1 }, generate: { failed: 1 } },
    );
    const { user, history } = await open(`/runs/${failed.id}`, {
      ...RIVER,
      [`GET /runs/${failed.id}`]: () => ({ body: failed }),
      [`GET /runs/${failed.id}/steps`]: ({ query }) => ({
        body: {
          items:
            query.get('verb') === 'generate'
              ? [step({ status: 'failed', reason: 'The studio did not answer.', tries: 4 })]
              : [step({ verb: 'analyse', subject_id: failed.id, facts: { trends: 2 } })],
          next_cursor: null,
        },
      }),
    });
    expect(await screen.findByText('2 trends')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Raise the budget' }).getAttribute('href')).toBe('/settings/runs');
    await user.click(screen.getByRole('button', { name: /^Draw the designs: had trouble, 0 of 1 done, 1 failed/ }));
    const row = within(await screen.findByTestId('step'));
    expect(await row.findByText('The studio did not answer.')).toBeTruthy();
    expect(row.getByText(/4 tries/)).toBeTruthy();
    expect(history.location.search).toBe('?verb=generate');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Publish the listings/ }).disabled).toBe(true);
  });
});

describe('the budget', () => {
  it('is changed by an owner, with a fault at the field that it is about', async () => {
    const { user, server } = await open('/settings/runs', {
      ...RIVER,
      'PUT /plan': () => problem(400, 'Not readable.', [{ field: 'body.run_money', problem: 'too much' }]),
    });
    const field = await screen.findByLabelText('Money for one run');
    await user.clear(field);
    await user.type(field, '9.5');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Too much.')).toBeTruthy();
    server.handlers['PUT /plan'] = ({ body }) => ({ body: { ...plan(), ...(body as object) } });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The plan is saved.')).toBeTruthy();
    expect(server.calls.findLast((call) => call.what === 'PUT /plan')?.body).toEqual({
      daily: false,
      trends: 5,
      run_money: '9.50',
      run_tokens: 500_000,
      month_money: '50.00',
      month_tokens: 5_000_000,
    });
  });

  it('is only read by the others', async () => {
    const me = { ...ME, role: 'member' as const };
    await open('/settings/runs', { ...RIVER, 'POST /auth/refresh': () => ({ body: session('t', me) }) });
    const bar = await screen.findByRole('progressbar', { name: 'Money spent this month' });
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(screen.getByText('Only an owner of the workspace can change this.')).toBeTruthy();
    expect(screen.getByText('$50.00 and 5,000,000 tokens')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
