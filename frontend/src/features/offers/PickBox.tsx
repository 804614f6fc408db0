import { Checkbox } from '@mantine/core';

import type { Offer } from '@/lib/schema';

import classes from './offers.module.css';
import type { Picking } from './picking';

/** Chooses one offer; with Shift, all from the one before. It lies above the link that covers the row. */
export function PickBox({ offer, picking }: { offer: Offer; picking: Picking }) {
  return (
    <span className={classes.pick}>
      <Checkbox
        size="sm"
        aria-label={`Select ${offer.title}`}
        checked={picking.has(offer.id)}
        onChange={(event) => {
          const { nativeEvent } = event;
          picking.toggle(offer, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true);
        }}
      />
    </span>
  );
}
