import { notifications, notificationsStore } from '@mantine/notifications';
import { beforeEach, describe, expect, it } from 'vitest';

import { createApi } from '@/lib/api';
import type { LiveMessage } from '@/lib/live';
import { SAMPLE } from '@/testing/rows';

import { tellAlarms } from './alarms';
import { createQueryClient } from './queryClient';

const opened = {
  id: 'a1',
  marketplace: 'sample',
  what: 'pages',
  sentence: 'Much is blocked.',
  opened_at: '2026-11-21T08:00:00Z',
};
const closed = { ...opened, id: 'a2', sentence: 'Prices are gone.', closed_at: '2026-11-21T09:00:00Z' };
const ROWS: Record<string, object> = {
  '/api/v1/marketplaces': { items: [SAMPLE] },
  '/api/v1/marketplaces/alarms': { items: [{ ...opened, closed_at: null }, closed] },
};
const api = createApi((request) => {
  const row = ROWS[new URL(request.url).pathname];
  return Promise.resolve(Response.json(row ?? {}, { status: row ? 200 : 404 }));
}, 'https://app.example');

function said(event: string, ids: Record<string, string>): LiveMessage {
  return { number: 1, topic: 'market', event, ids, at: '2026-11-21T12:00:00Z' };
}

function shown(): unknown[] {
  return notificationsStore.getState().notifications.map(({ title, message }) => [title, message]);
}

describe('an alarm about a source', () => {
  beforeEach(() => {
    notifications.clean();
  });

  it('is told with the source’s name', async () => {
    await tellAlarms(api, createQueryClient(), [said('SourceAlarmed', { alarm_id: 'a1' })]);
    expect(shown()).toEqual([['Sample market reads worse than before', 'Much is blocked.']]);
  });

  it('that is over is told as good news', async () => {
    await tellAlarms(api, createQueryClient(), [said('SourceAlarmed', { alarm_id: 'a2' })]);
    expect(shown()).toEqual([[undefined, 'Sample market is well again. It was: Prices are gone.']]);
  });

  it('is not looked for when nothing was said of one', async () => {
    await tellAlarms(api, createQueryClient(), [said('TaskEnded', { task_id: 't' })]);
    expect(shown()).toEqual([]);
  });
});
