import { Checkbox } from '@mantine/core';

import offerClasses from '@/features/offers/offers.module.css';
import type { Trend } from '@/lib/schema';

import { MOST } from './comparing';
import type { Picking } from './picking';

/** Chooses one trend to be compared. It lies above the link that covers the row. */
export function PickBox({ trend, picking }: { trend: Trend; picking: Picking }) {
  const on = picking.has(trend.id);
  const refused = picking.full && !on;
  return (
    <span className={offerClasses.pick} title={refused ? `${MOST} trends at most can be compared` : undefined}>
      <Checkbox
        size="sm"
        aria-label={`Select ${trend.name}`}
        checked={on}
        disabled={refused}
        onChange={() => {
          picking.toggle(trend);
        }}
      />
    </span>
  );
}
