import type {
  DeadLetter,
  Listening,
  Moods,
  Portion,
  Post,
  PulsePart,
  PulsePoint,
  Subject,
  SubjectPulse,
} from '@/lib/schema';

import { ME } from './rows';

export function listening(parts: Partial<Listening> = {}): Listening {
  return {
    network: 'sample',
    title: 'Sample network',
    offline: true,
    status: 'waiting',
    reason: null,
    quota: null,
    posts_seen: 120,
    posts_new: 4,
    every_minutes: 15,
    heard_at: new Date(Date.now() - 120_000).toISOString(),
    due_at: new Date(Date.now() + 780_000).toISOString(),
    ...parts,
  };
}

export function subject(parts: Partial<Subject> = {}): Subject {
  return {
    id: '0198c1a0-0000-7000-8000-000000000600',
    words: 'retro camping',
    followed_at: new Date(Date.now() - 3_600_000).toISOString(),
    followed_by: `user:${ME.id}`,
    networks: [listening()],
    ...parts,
  };
}

export function post(parts: Partial<Post> = {}): Post {
  return {
    id: '0198c1a0-0000-7000-8000-000000000700',
    network: 'sample',
    url: 'sample://network/posts/000100000001',
    text: 'I love my retro camping mug',
    author: '@mossy',
    hashtags: [],
    posted_at: new Date(Date.now() - 600_000).toISOString(),
    edited_at: null,
    play_count: null,
    like_count: 12,
    comment_count: 3,
    share_count: 1,
    engagement: 16,
    sentiment: 'positive',
    sentiment_scores: { negative: 0.05, neutral: 0.12, positive: 0.83 },
    emotion: 'joy',
    emotion_scores: { joy: 0.9, neutral: 0.1 },
    language: 'en',
    uncertain: [],
    model: 'wareloom-mood-1',
    ...parts,
  };
}

export function pulsePoint(parts: Partial<PulsePoint> = {}): PulsePoint {
  return {
    at: new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000).toISOString(),
    network: 'sample',
    posts: 40,
    negative: 10,
    neutral: 10,
    positive: 20,
    unsure: 2,
    anger: 6,
    disgust: 1,
    fear: 1,
    joy: 16,
    sadness: 2,
    surprise: 4,
    calm: 10,
    ...parts,
  };
}

function part(posts: number): Portion {
  return { posts, share: posts / 40, lower: null, upper: null };
}

export function moods(): Moods {
  return {
    posts: 40,
    sentiments: { negative: part(10), neutral: part(10), positive: part(20) },
    unsure: 2,
    emotions: {
      anger: part(6),
      disgust: part(1),
      fear: part(1),
      joy: part(16),
      sadness: part(2),
      surprise: part(4),
      calm: part(10),
    },
  };
}

export function subjectPulse(parts: Partial<SubjectPulse> = {}): SubjectPulse {
  return { subject_id: subject().id, words: subject().words, ...moods(), ...parts };
}

export function pulsePart(parts: Partial<PulsePart> = {}): PulsePart {
  const { at, posts, negative, positive } = pulsePoint();
  return {
    subject_id: null,
    network: 'sample',
    title: 'Sample network',
    ...moods(),
    course: [{ at, posts, negative, positive }],
    ...parts,
  };
}

export function deadLetter(parts: Partial<DeadLetter> = {}): DeadLetter {
  return {
    id: '0198c1a0-0000-7000-8000-000000000710',
    network: 'sample',
    url: 'sample://network/posts/000100000002',
    text: 'A post that breaks the model',
    reason: 'The model answered nothing that is a number.',
    tries: 5,
    given_up_at: new Date(Date.now() - 60_000).toISOString(),
    ...parts,
  };
}
