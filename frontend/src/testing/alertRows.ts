import type { Alert, AlertDetail, AlertPost, AlertRule, Talk } from '@/lib/schema';

export const SUBJECT = '0198c1a0-0000-7000-8000-000000000a00';

export function alert(parts: Partial<Alert> = {}): Alert {
  return {
    id: '0198c1a0-0000-7000-8000-000000000a01',
    kind: 'negative',
    subject_id: SUBJECT,
    subject: 'paper fox',
    network: null,
    state: 'open',
    sentence: '60 of the 80 posts that say how they feel are negative: 75%, and surely over 58%.',
    figures: {
      negative: 60,
      told: 80,
      share: 0.75,
      least: 0.5847,
      rule: { enter: 0.5, leave: 0.4, min_sample: 30, window_hours: 24, cooldown_hours: 6 },
    },
    opened_at: '2026-11-21T08:00:00Z',
    acknowledged_at: null,
    acknowledged_by: null,
    closed_at: null,
    closed_why: null,
    closed_by: null,
    reason: null,
    ...parts,
  };
}

export function alertPost(parts: Partial<AlertPost> = {}): AlertPost {
  return {
    id: '0198c1a0-0000-7000-8000-000000000a02',
    network: 'tiktok',
    url: 'https://network.example/1',
    text: 'It fell apart at once.',
    author: 'ada',
    posted_at: '2026-11-21T07:00:00Z',
    like_count: 3,
    comment_count: null,
    sentiment: 'negative',
    emotion: 'anger',
    ...parts,
  };
}

export function alertDetail(parts: Partial<AlertDetail> = {}): AlertDetail {
  return { ...alert(), posts: [alertPost()], ...parts };
}

export function rule(parts: Partial<AlertRule> = {}): AlertRule {
  return {
    kind: 'negative',
    subject_id: null,
    network: null,
    enabled: true,
    enter: 0.5,
    leave: 0.4,
    min_sample: 30,
    window_hours: 24,
    cooldown_hours: 6,
    updated_by: null,
    updated_at: null,
    ...parts,
  };
}

export const FOLLOWED = {
  id: SUBJECT,
  words: 'paper fox',
  followed_at: '2026-11-01T08:00:00Z',
  followed_by: 'user:test',
  networks: [{ network: 'tiktok', title: 'TikTok' }],
};

export function talk(parts: Partial<Talk> = {}): Talk {
  return {
    network: 'tiktok',
    day: '2026-11-01',
    posts: 10,
    negative: 2,
    neutral: 5,
    positive: 1,
    engagement: 40,
    ...parts,
  };
}
