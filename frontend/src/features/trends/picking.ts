import { useState } from 'react';

import type { Trend } from '@/lib/schema';

import { MOST } from './comparing';

export interface Picking {
  picked: readonly Trend[];
  has: (id: string) => boolean;
  /** No other one fits beside those that are chosen. */
  full: boolean;
  toggle: (trend: Trend) => void;
  none: () => void;
}

/** The trends that somebody wants to compare, in the order of choosing; another search keeps them. */
export function usePicking(): Picking {
  const [picked, setPicked] = useState<readonly Trend[]>([]);
  const has = (id: string) => picked.some((one) => one.id === id);
  return {
    picked,
    has,
    full: picked.length >= MOST,
    toggle: (trend) => {
      setPicked((now) => toggled(now, trend));
    },
    none: () => {
      setPicked([]);
    },
  };
}

export function toggled(picked: readonly Trend[], trend: Trend): readonly Trend[] {
  if (picked.some(({ id }) => id === trend.id)) return picked.filter(({ id }) => id !== trend.id);
  return picked.length < MOST ? [...picked, trend] : picked;
}
