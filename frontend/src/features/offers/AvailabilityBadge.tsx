import { Badge } from '@mantine/core';

import type { Availability } from '@/lib/schema';

import { AVAILABILITY_WORDS } from './filterWords';

const COLORS: Record<Availability, string> = {
  in_stock: 'pine',
  low_stock: 'saffron',
  preorder: 'gray',
  out_of_stock: 'madder',
};

export function AvailabilityBadge({ availability }: { availability: Availability | null }) {
  if (availability === null) return <span aria-label="Availability not told">–</span>;
  return <Badge color={COLORS[availability]}>{AVAILABILITY_WORDS[availability]}</Badge>;
}
