import type { NewRecording, Recording, Segment, SegmentMood, Transcriber } from '@/lib/schema';

import { ME } from './rows';

export function recording(parts: Partial<Recording> = {}): Recording {
  return {
    id: '0198c1a0-0000-7000-8000-000000001500',
    name: 'talk.wav',
    source_url: null,
    brought_by: `user:${ME.id}`,
    size: 40,
    transcriber: 'offline',
    language: null,
    heard_language: 'en',
    heard_by: 'pocketsphinx 5',
    seconds: 65,
    parts_total: 2,
    parts_done: 2,
    status: 'succeeded',
    reason: null,
    retry_at: null,
    created_at: '2026-11-20T08:00:00Z',
    started_at: '2026-11-20T08:00:10Z',
    updated_at: '2026-11-20T08:01:00Z',
    ended_at: '2026-11-20T08:01:00Z',
    ...parts,
  };
}

export function announcedRecording(parts: Partial<Recording>, partBytes: number): NewRecording {
  const row = recording({ status: 'waiting', seconds: null, parts_total: null, parts_done: 0, ...parts });
  return { ...row, upload: { part_bytes: partBytes, parts: Math.ceil((row.size ?? 0) / partBytes) } };
}

export function segment(number: number, parts: Partial<Segment> = {}): Segment {
  return {
    number,
    start: number * 10,
    end: number * 10 + 8,
    text: `Words of part ${number}`,
    heard: null,
    language: 'en',
    confidence: 0.9,
    edited_by: null,
    edited_at: null,
    mood: null,
    ...parts,
  };
}

export function mood(sentiment: string, parts: Partial<SegmentMood> = {}): SegmentMood {
  return {
    sentiment,
    sentiment_scores: { [sentiment]: 1 },
    emotion: 'neutral',
    emotion_scores: { neutral: 1 },
    model: 'tiny-1',
    language: 'en',
    uncertain: [],
    ...parts,
  };
}

export const TRANSCRIBERS: Transcriber[] = [
  {
    name: 'offline',
    title: 'Offline listener',
    about: 'Knows English alone.',
    offline: true,
    languages: ['en'],
    paid: false,
    usual: true,
    absent: null,
  },
  {
    name: 'openai',
    title: 'OpenAI',
    about: 'Many languages.',
    offline: false,
    languages: null,
    paid: true,
    usual: false,
    absent: null,
  },
];
