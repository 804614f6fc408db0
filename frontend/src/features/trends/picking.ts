import { useEffect, useState } from 'react';

import type { Trend } from '@/lib/schema';

import { MOST } from './comparing';

/** Lives as long as its tab. */
const KEPT = 'wareloom.trends.picked';

export type Picked = Pick<Trend, 'id'>;

export interface Picking {
  picked: readonly Picked[];
  has: (id: string) => boolean;
  /** No other one fits beside those that are chosen. */
  full: boolean;
  toggle: (trend: Trend) => void;
  none: () => void;
}

/** The trends that somebody wants to compare, in the order of choosing; another search or page keeps them. */
export function usePicking(): Picking {
  const [picked, setPicked] = useState<readonly Picked[]>(kept);
  useEffect(() => {
    sessionStorage.setItem(KEPT, JSON.stringify(picked));
  }, [picked]);
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

/** What another page left. What is no such list is none. */
export function kept(): readonly Picked[] {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(ids) ? ids.filter(isPicked).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isPicked(one: unknown): one is Picked {
  return typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string';
}

export function toggled(picked: readonly Picked[], trend: Picked): readonly Picked[] {
  if (picked.some(({ id }) => id === trend.id)) return picked.filter(({ id }) => id !== trend.id);
  return picked.length < MOST ? [...picked, { id: trend.id }] : picked;
}
