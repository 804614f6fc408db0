import { IconStarFilled } from '@tabler/icons-react';

import { rating } from '@/lib/format';

import classes from './offers.module.css';

export function Stars({ value }: { value: string | null }) {
  if (value === null) return <span aria-label="Not rated">–</span>;
  return (
    <span className={classes.stars} aria-label={`${rating(value)} of 5 stars`}>
      <IconStarFilled size={13} aria-hidden />
      {rating(value)}
    </span>
  );
}
