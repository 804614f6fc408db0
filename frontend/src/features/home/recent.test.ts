import { describe, expect, it } from 'vitest';

import { task } from '@/testing/rows';

import { recent } from './recent';

const since = Date.parse('2026-11-20T00:00:00Z');
const at = (hour: number) => new Date(since + hour * 3_600_000).toISOString();

describe('what the last day brought', () => {
  const tasks = [
    task({ status: 'running', updated_at: at(20), created_at: at(19), offers_new: 4 }),
    task({ status: 'failed', updated_at: at(3), created_at: at(2), offers_new: 0 }),
    task({ status: 'succeeded', updated_at: at(-2), created_at: at(-3), offers_new: 500 }),
  ];

  it('counts only what falls within it', () => {
    expect(recent(tasks, since, true)).toMatchObject({ running: 1, fresh: 4, failed: 1, whole: true });
  });

  it('admits that there may be more when the fetched tasks do not reach back far enough', () => {
    expect(recent(tasks.slice(0, 2), since, true).whole).toBe(false);
    expect(recent(tasks.slice(0, 2), since, false).whole).toBe(true);
  });
});
