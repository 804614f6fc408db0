import type { Look } from '@/components/LookBadge';
import { emotionLook, foreign, SENTIMENTS, sentimentLook } from '@/features/posts/moods';
import { portion } from '@/lib/format';
import type { Segment, SegmentMood, Sentiment } from '@/lib/schema';

/** What is sure of how a segment feels; null where nobody read it, or nobody can tell. */
export function sureOf(mood: SegmentMood | null): Sentiment | null {
  if (mood === null || mood.uncertain.includes('sentiment')) return null;
  return SENTIMENTS.find((one) => one === mood.sentiment) ?? null;
}

/** How it is told in a line: “Positive, joy”. Calm and neutral go without saying. */
export function moodWords(mood: SegmentMood): string {
  const language = foreign(mood);
  if (language !== null) return `${language}: mood not read`;
  const [sentiment, emotion] = [sentimentLook(mood), emotionLook(mood)];
  if (mood.uncertain.includes('sentiment')) return emotion === null ? 'Mood unclear' : emotion[0];
  return [sentiment?.[0], emotion?.[0].toLowerCase()].filter((one) => one !== undefined).join(', ');
}

export function moodLook(mood: SegmentMood): Look | null {
  return foreign(mood) === null ? sentimentLook(mood) : null;
}

export type Balance = Record<Sentiment | 'unclear', number>;

/** So many seconds are spoken in each mood; “unclear” is what was not read, or not surely. */
export function balanceOf(segments: readonly Segment[]): Balance {
  const balance: Balance = { negative: 0, neutral: 0, positive: 0, unclear: 0 };
  for (const { start, end, mood } of segments) balance[sureOf(mood) ?? 'unclear'] += Math.max(0, end - start);
  return balance;
}

/** "Positive 25%, neutral 60%, negative 15%", of what is said. */
export function balanceWords(balance: Balance): string {
  const all = Object.values(balance).reduce((sum, one) => sum + one, 0);
  const share = (seconds: number) => portion(all === 0 ? null : seconds / all);
  const told = `Positive ${share(balance.positive)}, neutral ${share(balance.neutral)}, negative ${share(balance.negative)}`;
  return balance.unclear > 0 ? `${told}, unclear ${share(balance.unclear)}` : told;
}

export interface Stretch {
  from: number;
  to: number;
  balance: Balance;
}

/** The recording cut into stretches of one length, each with what is said in it. */
export function stretches(segments: readonly Segment[], seconds: number, count: number): Stretch[] {
  const length = seconds / count;
  const made = Array.from({ length: count }, (_, at): Stretch => {
    return { from: at * length, to: (at + 1) * length, balance: balanceOf([]) };
  });
  for (const { start, end, mood } of segments) {
    const last = Math.min(count - 1, Math.floor(end / length));
    for (let at = Math.max(0, Math.floor(start / length)); at <= last; at += 1) {
      const stretch = made[at];
      if (stretch === undefined) continue;
      const spoken = Math.min(end, stretch.to) - Math.max(start, stretch.from);
      stretch.balance[sureOf(mood) ?? 'unclear'] += Math.max(0, spoken);
    }
  }
  return made;
}
