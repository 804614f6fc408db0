import type { Pattern } from '@/lib/schema';
import { CitedOffers } from '@/features/offers/CitedOffers';
import offerClasses from '@/features/offers/offers.module.css';
import { money } from '@/lib/format';

import classes from './Patterns.module.css';
import { useSayings } from './queries';

/** The offers that say so, each with its words. */
export function SayingList({ id, pattern }: { id: string; pattern: Pattern }) {
  return (
    <CitedOffers
      paged={useSayings(id, pattern)}
      expected={4}
      label="Offers that say so"
      none="No offer says so any more"
      classNames={{ list: classes.sayings ?? '', row: classes.saying ?? '' }}
      words={(one) => `“${one.says}”, `}
      figures={(one) => <span className={offerClasses.price}>{money(one.price, one.currency)}</span>}
    />
  );
}
