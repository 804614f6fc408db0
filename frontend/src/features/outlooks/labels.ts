import {
  IconBolt,
  IconCalendarRepeat,
  IconMinus,
  IconMountain,
  IconQuestionMark,
  IconSeedling,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react';

import type { Look } from '@/components/LookBadge';
import type { OutlookLabel } from '@/lib/schema';

/** In the order of a life, then what is no life of its own. */
export const LOOKS: Record<OutlookLabel, Look> = {
  emerging: ['Emerging', 'pine', IconSeedling],
  rising: ['Rising', 'pine', IconTrendingUp],
  peaking: ['Peaking', 'saffron', IconMountain],
  steady: ['Steady', 'gray', IconMinus],
  declining: ['Declining', 'madder', IconTrendingDown],
  seasonal: ['Seasonal', 'indigo', IconCalendarRepeat],
  spike: ['One-day spike', 'saffron', IconBolt],
  'insufficient data': ['Too little data', 'gray', IconQuestionMark],
};

export const LABELS = Object.keys(LOOKS) as OutlookLabel[];

/** A label that this app knows; null before the trend was judged. */
export function labelOf(written: string | null): OutlookLabel | null {
  return LABELS.find((label) => label === written) ?? null;
}

export function labelWords(written: string | null): string {
  const label = labelOf(written);
  return label === null ? (written ?? '–') : LOOKS[label][0];
}
