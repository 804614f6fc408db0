import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { open, SIGNED_IN } from '@/testing/open';
import { offer, session, task } from '@/testing/rows';
import { problem } from '@/testing/server';

const SIGNED_OUT = { ...SIGNED_IN, 'POST /auth/refresh': () => problem(401, 'Sign in.') };

describe('the way in', () => {
  it('leads a stranger to the sign-in page, and from there to where they wanted to go', async () => {
    const { user, history, server } = await open('/offers?query=cat', {
      ...SIGNED_OUT,
      'POST /auth/sign-in': () => ({ body: session() }),
    });
    await user.type(await screen.findByLabelText('Email'), 'ada@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long password');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByRole('heading', { name: 'Offers', level: 1 });
    expect(history.location.href).toBe('/offers?query=cat');
    await waitFor(() => {
      expect(server.calls.find((call) => call.what === 'GET /offers')?.query.get('query')).toBe('cat');
    });
  });

  it('says in the server’s words why somebody was not let in', async () => {
    const { user } = await open('/sign-in', {
      ...SIGNED_OUT,
      'POST /auth/sign-in': () => problem(401, 'The email or the password is wrong.'),
    });
    await user.type(await screen.findByLabelText('Email'), 'ada@example.com');
    await user.type(screen.getByLabelText('Password'), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('The email or the password is wrong.')).toBeTruthy();
  });

  it('shows a fault at the field that it is about', async () => {
    const { user } = await open('/sign-up', {
      ...SIGNED_OUT,
      'POST /auth/register': () => problem(400, 'email: taken', [{ field: 'email', problem: 'taken' }]),
    });
    await user.type(await screen.findByLabelText('Your name'), 'Ada');
    await user.type(screen.getByLabelText('Workspace'), 'North Star');
    await user.type(screen.getByLabelText('Email'), 'ada@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long password');
    await user.click(screen.getByRole('button', { name: 'Create workspace' }));
    await waitFor(() => {
      expect(screen.getByLabelText('Email').getAttribute('aria-invalid')).toBe('true');
    });
    expect(screen.getByText('Taken.')).toBeTruthy();
  });

  it('is shown again, with the reason, when the session has ended', async () => {
    const { server, outside } = await open('/tasks', SIGNED_IN);
    await screen.findByRole('heading', { name: 'Tasks', level: 1 });
    server.handlers = { ...SIGNED_OUT, 'GET /me': () => problem(401, 'Sign in.') };
    await outside.api.GET('/api/v1/me');
    expect(await screen.findByText('Your session ended')).toBeTruthy();
  });

  it('waits, and does not send anybody away, while the server cannot answer', async () => {
    const { user, server } = await open('/', {
      ...SIGNED_IN,
      'POST /auth/refresh': () => problem(503, 'The database rests.'),
    });
    await screen.findByText('The database rests.');
    server.handlers['POST /auth/refresh'] = () => ({ body: session() });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Start your first collection')).toBeTruthy();
  });
});

describe('offers', () => {
  it('that could not be fetched say why, with the request’s id, and come when asked for again', async () => {
    const { user, server } = await open('/offers', {
      ...SIGNED_IN,
      'GET /offers': () => problem(422, 'Offers cannot be sorted so.'),
    });
    expect(await screen.findByText('Offers cannot be sorted so.')).toBeTruthy();
    expect(screen.getByText('req-0001')).toBeTruthy();
    server.handlers['GET /offers'] = () => ({ body: { items: [offer()], next_cursor: null } });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Retro Cat Tee' })).toBeTruthy();
    expect(screen.getByText('$24.90')).toBeTruthy();
  });

  it('are searched as one writes, with the words in the address', async () => {
    const { user, history, server } = await open('/offers', {
      ...SIGNED_IN,
      'GET /offers': ({ query }) => ({
        body: { items: query.get('query') === 'frog' ? [] : [offer()], next_cursor: null },
      }),
    });
    await screen.findByRole('link', { name: 'Retro Cat Tee' });
    await user.type(screen.getByRole('searchbox', { name: 'Search offers' }), 'frog');
    expect(await screen.findByText('No offer fits')).toBeTruthy();
    expect(history.location.search).toBe('?query=frog');
    expect(server.count('GET /offers')).toBeLessThan(4);
  });

  it('go on from the cursor', async () => {
    const second = offer({ id: '0198c1a0-0000-7000-8000-000000000201', title: 'Second page' });
    const { user } = await open('/offers', {
      ...SIGNED_IN,
      'GET /offers': ({ query }) => ({
        body:
          query.get('cursor') === 'c1'
            ? { items: [second], next_cursor: null }
            : { items: [offer()], next_cursor: 'c1' },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await screen.findByRole('link', { name: 'Second page' })).toBeTruthy();
    expect(screen.getByText('That is all: 2 offers.')).toBeTruthy();
  });
});

describe('tasks', () => {
  it('refused by the marketplace say so at the target', async () => {
    const { user } = await open('/tasks', {
      ...SIGNED_IN,
      'POST /tasks': () => problem(422, 'There is no niche “dragons”.'),
    });
    await user.type(await screen.findByLabelText('A niche'), 'dragons');
    await user.click(screen.getByRole('button', { name: 'Start collection' }));
    expect(await screen.findByText('There is no niche “dragons”.')).toBeTruthy();
  });

  it('show how far they have come, and can be cancelled', async () => {
    const row = task();
    const { user, server } = await open('/tasks', {
      ...SIGNED_IN,
      'GET /tasks': () => ({ body: { items: [row], next_cursor: null } }),
      [`POST /tasks/${row.id}/cancel`]: () => ({
        body: task({ status: 'cancelled', updated_at: new Date().toISOString(), ended_at: new Date().toISOString() }),
      }),
    });
    const bar = await screen.findByRole('progressbar', { name: 'Progress of everything' });
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(bar.getAttribute('aria-valuetext')).toBe('3 of 12 pages');
    await user.click(screen.getByRole('button', { name: 'Cancel everything' }));
    expect(await within(screen.getByTestId('task')).findByText('Cancelled')).toBeTruthy();
    expect(server.count(`POST /tasks/${row.id}/cancel`)).toBe(1);
  });

  it('whose number of pages is not known claim no share', async () => {
    await open('/tasks', {
      ...SIGNED_IN,
      'GET /tasks': () => ({ body: { items: [task({ pages_total: null })], next_cursor: null } }),
    });
    const bar = await screen.findByRole('progressbar');
    expect(bar.hasAttribute('aria-valuenow')).toBe(false);
    expect(bar.getAttribute('aria-valuetext')).toBe('3 pages read');
  });

  it('cannot be started by a viewer', async () => {
    const me = { ...session().me, role: 'viewer' as const };
    await open('/tasks', { ...SIGNED_IN, 'POST /auth/refresh': () => ({ body: session('t', me) }) });
    expect(await screen.findByText(/Your role is viewer/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Start collection' })).toBeNull();
  });
});
