import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { open, SIGNED_IN } from '@/testing/open';
import { listening, moods, post, pulsePart, pulsePoint, subject, subjectPulse } from '@/testing/posts';
import { session } from '@/testing/rows';
import { trend } from '@/testing/runRows';
import { problem } from '@/testing/server';

const row = subject();
const EMPTY = { body: { items: [], next_cursor: null } };
const pulse = (points = [pulsePoint()]) => ({
  subject_id: row.id,
  per: 'day',
  since: '2026-11-16T00:00:00Z',
  until: '2026-11-22T13:00:00Z',
  total: moods(),
  networks: { sample: moods() },
  points,
});
const HEARD = {
  ...SIGNED_IN,
  'GET /trends': () => EMPTY,
  'GET /subjects': () => ({ body: { items: [row] } }),
  'GET /pulse': () => ({ body: { items: [subjectPulse()] } }),
  'GET /pulse/parts': () => ({ body: { items: [pulsePart()] } }),
  [`GET /pulse/${row.id}`]: () => ({ body: pulse() }),
  'GET /posts': () => ({ body: { items: [post()], next_cursor: null } }),
};
const AS_VIEWER = { 'POST /auth/refresh': () => ({ body: session('t', { ...session().me, role: 'viewer' }) }) };

describe('the pulse', () => {
  it('of nothing offers to follow a subject, and the names of the best trends', async () => {
    const { user, server } = await open('/pulse', {
      ...HEARD,
      'GET /subjects': () => ({ body: { items: [] } }),
      'GET /trends': () => ({ body: { items: [trend()], next_cursor: null } }),
      'POST /subjects': () => ({ status: 201, body: row }),
    });
    await user.click(await screen.findByRole('button', { name: 'Follow Cat dad' }));
    await waitFor(() => {
      expect(server.calls.find(({ what }) => what === 'POST /subjects')?.body).toEqual({ words: 'Cat dad' });
    });
    expect(await screen.findByText(/Wareloom listens for “retro camping” from now on/)).toBeTruthy();
  });

  it('says what is listened to while nothing is heard', async () => {
    await open('/pulse', {
      ...HEARD,
      'GET /subjects': () => ({ body: { items: [subject({ networks: [listening({ posts_seen: 0 })] })] } }),
      'GET /pulse': () => ({ body: { items: [] } }),
      'GET /posts': () => EMPTY,
    });
    expect(await screen.findByText('Nothing is heard yet')).toBeTruthy();
    expect(screen.getByText(/Wareloom listens for “retro camping” at Sample network/)).toBeTruthy();
    expect(screen.getByText(/The next visit is/)).toBeTruthy();
  });

  it('tells how people feel, how sure that is, what they feel and where', async () => {
    await open('/pulse', HEARD);
    expect((await screen.findByTestId('pulse-posts')).textContent).toBe('40');
    expect(screen.getByTestId('pulse-negative').textContent).toBe('25%14% to 40%');
    expect(within(screen.getByRole('list', { name: 'Emotions' })).getAllByRole('listitem')[0]?.textContent).toContain(
      'Joy',
    );
    const networks = within(await screen.findByRole('table', { name: 'By network' }));
    expect(networks.getByRole('button', { name: 'Only Sample network' })).toBeTruthy();
    expect(networks.getByRole('img', { name: 'Negative 25%, Neutral 25%, Positive 50%' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Posts over time' })).toBeTruthy();
    const said = screen.getByRole('slider', { name: 'Posts over time: the day that is read' });
    said.focus();
    expect(said.getAttribute('aria-valuetext')).toContain('40 posts: Negative 10, Neutral 10, Positive 20');
  });

  it('has in its address of what, where and when, and which posts', async () => {
    const { user, history, server } = await open('/pulse', HEARD);
    await user.click(await screen.findByText('24 h'));
    await user.click(await screen.findByRole('button', { name: 'Only Sample network' }));
    await user.click(screen.getByText('Top'));
    expect(history.location.search).toBe('?network=sample&range=day&order=top');
    await waitFor(() => {
      const last = server.calls.filter(({ what }) => what === 'GET /posts').at(-1);
      expect([...(last?.query.keys() ?? [])].sort()).toEqual(['limit', 'network', 'order', 'since']);
      expect([last?.query.get('order'), last?.query.get('network')]).toEqual(['top', 'sample']);
    });
    expect(server.calls.findLast(({ what }) => what === `GET /pulse/${row.id}`)?.query.get('per')).toBe('hour');
  });

  it('that cannot be told says why, and comes when asked for again', async () => {
    const { user, server } = await open('/pulse', { ...HEARD, 'GET /pulse': () => problem(422, 'Too much time.') });
    expect(await screen.findByText('Too much time.')).toBeTruthy();
    server.handlers['GET /pulse'] = HEARD['GET /pulse'];
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByTestId('pulse-posts')).toBeTruthy();
  });
});

describe('posts', () => {
  it('say their mood, what is unsure of it, their language, and what people did with them', async () => {
    const marked = post({
      id: 'b',
      sentiment: 'neutral',
      emotion: 'neutral',
      uncertain: ['sentiment'],
      language: 'de',
    });
    const outside = post({
      id: 'c',
      url: 'https://bsky.example/1',
      network: 'bluesky',
      sentiment: null,
      uncertain: null,
    });
    await open('/pulse', {
      ...HEARD,
      'GET /posts': () => ({ body: { items: [post(), marked, outside], next_cursor: null } }),
    });
    const [first, second, third] = (await screen.findAllByTestId('post')).map((one) => within(one));
    expect(first?.getByText('Positive')).toBeTruthy();
    expect(first?.getByText('Joy')).toBeTruthy();
    expect(first?.getByText('12 likes')).toBeTruthy();
    expect(first?.queryByRole('link')).toBeNull();
    expect(second?.getByText('Unsure')).toBeTruthy();
    expect(second?.getByText('German')).toBeTruthy();
    expect(third?.getByText('Not read yet')).toBeTruthy();
    expect(third?.getByRole('link').getAttribute('href')).toBe('https://bsky.example/1');
  });

  it('that come while others are read wait, and are counted', async () => {
    const newer = post({ id: 'newer', text: 'The newest of all' });
    const { user, server } = await open('/pulse', {
      ...HEARD,
      'GET /posts': ({ query }) => ({
        body: { items: query.get('limit') === '100' ? [newer, post()] : [post()], next_cursor: null },
      }),
    });
    const waiting = await screen.findByRole('button', { name: '1 new post' });
    expect(screen.queryByText('The newest of all')).toBeNull();
    server.handlers['GET /posts'] = () => ({ body: { items: [newer, post()], next_cursor: null } });
    await user.click(waiting);
    expect(await screen.findByText('The newest of all')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '1 new post' })).toBeNull();
  });

  it('are narrowed until none fits, and not any more', async () => {
    const { user, history } = await open('/pulse?sentiment=negative', { ...HEARD, 'GET /posts': () => EMPTY });
    expect(await screen.findByText('No post fits')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(history.location.search).toBe('');
  });
});

describe('subjects', () => {
  it('are refused in the server’s words at the field', async () => {
    const { user } = await open('/subjects', {
      ...HEARD,
      'POST /subjects': () => problem(422, 'A subject needs a word that can be listened for.'),
    });
    await user.click(await screen.findByRole('button', { name: 'Follow' }));
    expect(await screen.findByText('Say what to listen for.')).toBeTruthy();
    await user.type(screen.getByLabelText('Words to listen for'), '!!');
    await user.click(screen.getByRole('button', { name: 'Follow' }));
    expect(await screen.findByText('A subject needs a word that can be listened for.')).toBeTruthy();
  });

  it('show how each network is heard', async () => {
    const resets_at = new Date(Date.now() + 3_600_000).toISOString();
    const blocked = listening({
      network: 'reddit',
      title: 'Reddit',
      offline: false,
      status: 'blocked',
      reason: 'It wants no programs.',
      quota: { limit: 500, left: 320, resets_at },
    });
    await open('/subjects', {
      ...HEARD,
      'GET /subjects': () => ({ body: { items: [subject({ networks: [listening(), blocked] })] } }),
    });
    const [sample, reddit] = (await screen.findAllByTestId('network')).map((one) => within(one));
    expect(sample?.getByText('Simulated')).toBeTruthy();
    expect(sample?.getByText(/every 15 minutes/)).toBeTruthy();
    expect(reddit?.getByText('Blocked')).toBeTruthy();
    expect(reddit?.getByText('It wants no programs.')).toBeTruthy();
    expect(reddit?.getByText(/320 of 500 left, full again in/)).toBeTruthy();
  });

  it('are unfollowed, and followed again by a second thought', async () => {
    const { user, server } = await open('/subjects', {
      ...HEARD,
      [`DELETE /subjects/${row.id}`]: () => ({ status: 204 }),
      'POST /subjects': () => ({ status: 201, body: row }),
    });
    await user.click(await screen.findByRole('button', { name: 'Stop following retro camping' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(server.calls.find(({ what }) => what === 'POST /subjects')?.body).toEqual({ words: 'retro camping' });
    });
  });

  it('are looked at by a viewer, and by no more', async () => {
    await open('/subjects', { ...HEARD, ...AS_VIEWER });
    expect(await screen.findByText(/Your role is viewer/)).toBeTruthy();
    expect(await screen.findByTestId('subject')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Stop following/ })).toBeNull();
  });
});
