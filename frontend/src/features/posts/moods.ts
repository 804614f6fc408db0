import {
  IconClock,
  IconMoodAngry,
  IconMoodCry,
  IconMoodEmpty,
  IconMoodHappy,
  IconMoodNervous,
  IconMoodNeutral,
  IconMoodSad,
  IconMoodSick,
  IconMoodSmile,
  IconMoodSurprised,
  IconQuestionMark,
} from '@tabler/icons-react';

import type { Look } from '@/components/LookBadge';
import { portion } from '@/lib/format';
import { words } from '@/lib/readable';
import type { Post, Sentiment } from '@/lib/schema';

export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const satisfies readonly Sentiment[];

export const SENTIMENT_LOOKS: Record<Sentiment, Look> = {
  negative: ['Negative', 'madder', IconMoodSad],
  neutral: ['Neutral', 'gray', IconMoodNeutral],
  positive: ['Positive', 'pine', IconMoodSmile],
};

/** As a post has it; where posts are counted, “neutral” is “calm”. */
export const EMOTIONS = ['joy', 'surprise', 'anger', 'sadness', 'fear', 'disgust', 'neutral'] as const;
export type Emotion = (typeof EMOTIONS)[number];

export const EMOTION_LOOKS: Record<Emotion, Look> = {
  joy: ['Joy', 'pine', IconMoodHappy],
  surprise: ['Surprise', 'indigo', IconMoodSurprised],
  anger: ['Anger', 'madder', IconMoodAngry],
  sadness: ['Sadness', 'indigo', IconMoodCry],
  fear: ['Fear', 'saffron', IconMoodNervous],
  disgust: ['Disgust', 'saffron', IconMoodSick],
  neutral: ['Calm', 'gray', IconMoodEmpty],
};

const UNREAD: Look = ['Not read yet', 'gray', IconClock];
const UNSURE: Look = ['Unsure', 'gray', IconQuestionMark];

type Mood = Pick<Post, 'sentiment' | 'emotion' | 'uncertain' | 'language'>;

/** How a post feels, as far as that can be told. */
export function sentimentLook({ sentiment, uncertain }: Mood): Look | null {
  if (sentiment === null) return uncertain === null ? UNREAD : null;
  if (uncertain?.includes('sentiment')) return UNSURE;
  return lookOfSentiment(sentiment);
}

/** Its emotion, where there is one that is sure. */
export function emotionLook({ emotion, uncertain }: Mood): Look | null {
  if (emotion === null || emotion === 'neutral' || uncertain?.includes('emotion')) return null;
  return lookOfEmotion(emotion);
}

export function lookOfSentiment(name: string): Look {
  const known = SENTIMENTS.find((one) => one === name);
  return known === undefined ? [words(name), 'gray', IconQuestionMark] : SENTIMENT_LOOKS[known];
}

export function lookOfEmotion(name: string): Look {
  const known = EMOTIONS.find((one) => one === name);
  return known === undefined ? [words(name), 'gray', IconQuestionMark] : EMOTION_LOOKS[known];
}

/** "Positive 83%, neutral 12%, negative 5%": the likeliest first. */
export function scoresWords(scores: Record<string, number> | null): string {
  return Object.entries(scores ?? {})
    .sort(([, share], [, other]) => other - share)
    .map(([name, share]) => `${words(name)} ${portion(share)}`)
    .join(', ');
}

const UNTOLD = 'und';
const READ = 'en';

/** The language of a post, where it is not the one that most are in. */
export function foreign({ language }: Mood): string | null {
  if (language === null || language === READ) return null;
  return language === UNTOLD ? 'No words' : languageName(language);
}

export function languageName(code: string): string {
  if (code === UNTOLD) return 'No words';
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
