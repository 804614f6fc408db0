import { notifications, notificationsStore } from '@mantine/notifications';
import { beforeEach, describe, expect, it } from 'vitest';

import { createApi } from '@/lib/api';
import type { LiveMessage } from '@/lib/live';

import { tellOf } from './notices';

const ROWS: Record<string, object> = {
  '/api/v1/listings/l1': { title: 'Spin Slowly', shop_name: 'Practice shop' },
  '/api/v1/runs/r1': { about: 'The best trend', status: 'succeeded', reason: null },
  '/api/v1/runs/r2': { about: 'The best trend', status: 'failed', reason: 'No offers yet.' },
  '/api/v1/runs/r3': { about: 'The best trend', status: 'stopped', reason: null },
};
const api = createApi((request) => {
  const row = ROWS[new URL(request.url).pathname];
  return Promise.resolve(Response.json(row ?? {}, { status: row ? 200 : 404 }));
}, 'https://app.example');

function said(event: string, ids: Record<string, string>): LiveMessage {
  return { number: 1, topic: 'any', event, ids, at: '2026-11-21T12:00:00Z' };
}

function shown(): unknown[] {
  return notificationsStore.getState().notifications.map(({ title, message }) => [title, message]);
}

describe('a word about what happened', () => {
  beforeEach(() => {
    notifications.clean();
  });

  it('names the listing and its shop, once', async () => {
    const published = said('ListingPublished', { listing_id: 'l1', design_id: 'd1' });
    await tellOf(api, [published, published]);
    expect(shown()).toEqual([[undefined, '“Spin Slowly” is published at Practice shop.']]);
  });

  it('counts what comes in numbers', async () => {
    await tellOf(
      api,
      ['a', 'b', 'c'].map((id) => said('ListingPublished', { listing_id: id })),
    );
    expect(shown()).toEqual([[undefined, '3 listings were published.']]);
  });

  it('says how a run ended, and why it failed; a person who stopped it knows', async () => {
    await tellOf(
      api,
      ['r1', 'r2', 'r3'].map((id) => said('RunEnded', { run_id: id })),
    );
    expect(shown()).toHaveLength(2);
    expect(shown()).toContainEqual([undefined, 'The run “The best trend” is done.']);
    expect(shown()).toContainEqual(['The run “The best trend” failed', 'No offers yet.']);
  });

  it('is silent about everything else', async () => {
    await tellOf(api, [said('RunProgressed', { run_id: 'r1' }), said('DesignGenerated', { design_id: 'd1' })]);
    expect(shown()).toEqual([]);
  });
});
