import type { ArchivedPage, Budget, Health, Watch } from '@/lib/schema';

export function watch(parts: Partial<Watch> = {}): Watch {
  return {
    id: '0198c1a0-0000-7000-8000-000000000300',
    marketplace: 'sample',
    target: 'everything',
    created_at: '2026-11-01T08:00:00Z',
    every_minutes: null,
    every_minutes_now: 180,
    why: '88 of 240 offers moved: more often, every 3 hours instead of every 6 hours.',
    next_at: new Date(Date.now() + 2.5 * 3_600_000).toISOString(),
    visited_at: new Date(Date.now() - 0.5 * 3_600_000).toISOString(),
    paused_at: null,
    priority: 'low',
    max_pages: null,
    past_robots: false,
    ...parts,
  };
}

export function archivedPage(parts: Partial<ArchivedPage> = {}): ArchivedPage {
  return {
    id: '0198c1a0-0000-7000-8000-000000000400',
    marketplace: 'sample',
    url: 'https://www.shop.example/search?page=4',
    sha256: 'ab'.repeat(32),
    size: 48_200,
    content_type: 'text/html',
    fetched_at: new Date(Date.now() - 120_000).toISOString(),
    task_id: null,
    parser_version: 2,
    outcome: 'read',
    reason: null,
    offers_found: 48,
    ...parts,
  };
}

export function health(parts: Partial<Health> = {}): Health {
  const outcome = (name: string, day: number, week: number, last: ArchivedPage[] = []) => ({
    outcome: name,
    day,
    week,
    last,
  });
  return {
    marketplace: 'sample',
    parser_version: 3,
    alarms: [],
    alarms_kept: [],
    outcomes: [
      outcome('read', 60, 900),
      outcome('empty', 10, 50),
      outcome('blocked', 30, 50),
      outcome('rejected', 0, 0),
    ],
    fillings: [],
    ...parts,
  };
}

export function budget(parts: Partial<Budget> = {}): Budget {
  return {
    marketplace: 'sample',
    day: '2026-11-21',
    pages_per_day: null,
    pages_per_day_of_all: 10_000,
    pages_today: 96,
    pages_today_of_all: 2_310,
    ...parts,
  };
}
