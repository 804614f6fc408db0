import type { LeadTimes } from '@/lib/schema';
import { given, number, type Search } from '@/lib/search';

export type LeadName = keyof Required<LeadTimes>;

/** What has to be done before a peak, in the order of doing it; days, as the API has them where nobody says others. */
export const LEADS: readonly { name: LeadName; title: string; about: string; usual: number }[] = [
  { name: 'designing', title: 'Designing', about: 'From the first idea to a listing', usual: 7 },
  { name: 'being_found', title: 'Being found', about: 'Until a new listing meets buyers', usual: 30 },
  { name: 'printing', title: 'Printing', about: 'From an order to the parcel', usual: 5 },
  { name: 'shipping', title: 'Shipping', about: 'From the parcel to the buyer', usual: 7 },
];

export const MOST_DAYS = 180;

/** The address says only what is not as usual. */
export function calendarSearch(search: Search): LeadTimes {
  const said = Object.fromEntries(
    LEADS.map(({ name, usual }) => {
      const days = number(search, name, { most: MOST_DAYS });
      return [name, days === undefined || days === usual || !Number.isInteger(days) ? undefined : days];
    }),
  );
  return given<LeadTimes>(said);
}

export function leadOf(times: LeadTimes, { name, usual }: (typeof LEADS)[number]): number {
  return times[name] ?? usual;
}
