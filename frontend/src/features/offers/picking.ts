import { useState } from 'react';

import type { Offer } from '@/lib/schema';

import { conditions, type OfferSearch } from './search';

/** What is chosen to be done something with: offers one by one, or whatever a search finds. */
export type Picked = { offers: Offer[] } | { matching: OfferSearch };

export interface Picking {
  has: (id: string) => boolean;
  /** How many are chosen; null when it is all that match, for nobody has counted them. */
  count: number | null;
  picked: Picked | null;
  /** Together with all between it and the one before, when `reach` is said. */
  toggle: (offer: Offer, reach?: boolean) => void;
  toggleShown: () => void;
  everything: () => void;
  none: () => void;
}

const NONE: ReadonlyMap<string, Offer> = new Map();

/** A choice among the offers of one search; another search begins with none. */
export function usePicking(shown: readonly Offer[], search: OfferSearch): Picking {
  const about = JSON.stringify(conditions(search));
  const [state, setState] = useState({ about, chosen: NONE, all: false, last: null as string | null });
  const now = state.about === about ? state : { about, chosen: NONE, all: false, last: null };
  const put = (chosen: ReadonlyMap<string, Offer>, last: string | null) => {
    setState({ about, chosen, all: false, last });
  };
  const count = now.all ? null : now.chosen.size;
  return {
    has: (id) => now.all || now.chosen.has(id),
    count,
    picked: now.all ? { matching: search } : now.chosen.size > 0 ? { offers: [...now.chosen.values()] } : null,
    toggle: (offer, reach = false) => {
      // Out of all that match, one by one: those in sight stay chosen but this one.
      const before = now.all ? byId(shown) : now.chosen;
      put(toggled(before, shown, offer, reach ? now.last : null), offer.id);
    },
    toggleShown: () => {
      const whole = now.all || shown.every(({ id }) => now.chosen.has(id));
      put(whole ? NONE : new Map([...now.chosen, ...byId(shown)]), null);
    },
    everything: () => {
      setState({ about, chosen: NONE, all: true, last: null });
    },
    none: () => {
      put(NONE, null);
    },
  };
}

/** The choice after a click on `offer`; with a start, all from there to here become as this one becomes. */
export function toggled(
  chosen: ReadonlyMap<string, Offer>,
  shown: readonly Offer[],
  offer: Offer,
  from: string | null,
): Map<string, Offer> {
  const next = new Map(chosen);
  const [start, end] = [shown.findIndex(({ id }) => id === from), shown.findIndex(({ id }) => id === offer.id)];
  const touched = start === -1 || end === -1 ? [offer] : shown.slice(Math.min(start, end), Math.max(start, end) + 1);
  const on = !chosen.has(offer.id);
  for (const one of touched) {
    if (on) next.set(one.id, one);
    else next.delete(one.id);
  }
  return next;
}

function byId(offers: readonly Offer[]): Map<string, Offer> {
  return new Map(offers.map((offer) => [offer.id, offer]));
}
