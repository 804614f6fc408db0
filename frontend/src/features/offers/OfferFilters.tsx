import { useMarketplaces } from '@/features/marketplaces/queries';
import type { Offer } from '@/lib/schema';

import { Amount } from './Amount';
import { Choice } from './Choice';
import { AVAILABILITY_WORDS } from './filterWords';
import { Named } from './Named';
import classes from './offers.module.css';
import { PriceFilter } from './PriceFilter';
import { AVAILABILITIES, changed, type OfferSearch, type Parts } from './search';

interface OfferFiltersProps {
  search: OfferSearch;
  onSearch: (next: OfferSearch) => void;
  /** What is on the screen: what can be chosen is what it says. */
  offers: Offer[];
}

const STARS = ['3', '3.5', '4', '4.5'].map((stars) => ({ value: stars, label: `${stars} and up` }));
const SPONSORED = [
  { value: 'false', label: 'Not sponsored' },
  { value: 'true', label: 'Sponsored' },
];

export function OfferFilters({ search, onSearch, offers }: OfferFiltersProps) {
  const { data: marketplaces = [] } = useMarketplaces();
  const put = (parts: Parts) => {
    onSearch(changed(search, parts));
  };
  return (
    <div className={classes.filters}>
      <Choice
        label="Marketplace"
        any="All"
        value={search.marketplace}
        choices={marketplaces.map((one) => ({ value: one.name, label: one.title }))}
        onValue={(marketplace) => {
          put({ marketplace });
        }}
      />
      <Named
        label="Seller"
        value={search.seller}
        known={distinct(offers.map((offer) => offer.seller))}
        onValue={(seller) => {
          put({ seller });
        }}
      />
      <Named
        label="Category"
        value={search.category}
        known={distinct(offers.map((offer) => offer.category))}
        onValue={(category) => {
          put({ category });
        }}
      />
      <Choice
        label="Availability"
        value={search.availability}
        choices={AVAILABILITIES.map((value) => ({ value, label: AVAILABILITY_WORDS[value] }))}
        onValue={(value) => {
          put({ availability: AVAILABILITIES.find((one) => one === value) });
        }}
      />
      <Choice
        label="Sponsored"
        any="Either"
        value={search.sponsored?.toString()}
        choices={SPONSORED}
        onValue={(value) => {
          put({ sponsored: value === undefined ? undefined : value === 'true' });
        }}
      />
      <PriceFilter search={search} onParts={put} currencies={distinct(offers.map((offer) => offer.currency))} />
      <Choice
        label="Rating"
        value={search.min_rating?.toString()}
        choices={STARS}
        onValue={(stars) => {
          put({ min_rating: stars === undefined ? undefined : Number(stars) });
        }}
      />
      <Amount
        label="Reviews from"
        value={search.min_reviews}
        onValue={(min_reviews) => {
          put({ min_reviews });
        }}
      />
    </div>
  );
}

function distinct(all: (string | null)[]): string[] {
  return [...new Set(all.filter((one) => one !== null))].sort();
}
