import { Select } from '@mantine/core';
import { useState } from 'react';

import { Amount } from './Amount';
import type { OfferSearch, Parts } from './search';

const USUAL_CURRENCIES = ['USD', 'EUR', 'GBP'];
const ANY = '';
const DOLLARS = 'in dollars';

interface PriceFilterProps {
  search: OfferSearch;
  onParts: (parts: Parts) => void;
  currencies: string[];
}

/** A range of prices: as they are asked in one currency, or of all of them, told in US dollars. */
export function PriceFilter({ search, onParts, currencies }: PriceFilterProps) {
  const dollarsOn = search.min_price_usd !== undefined || search.max_price_usd !== undefined;
  const [wanted, setWanted] = useState(dollarsOn);
  const dollars = dollarsOn || (wanted && search.currency === undefined && search.min_price === undefined);
  const known = [...new Set([search.currency ?? 'USD', ...currencies, ...USUAL_CURRENCIES])];
  return (
    <>
      <Select
        label="Price in"
        size="xs"
        data={[
          { value: ANY, label: 'Any currency' },
          { value: DOLLARS, label: 'USD, converted' },
          { group: 'Asked in', items: known.sort() },
        ]}
        value={dollars ? DOLLARS : (search.currency ?? ANY)}
        onChange={(value) => {
          setWanted(value === DOLLARS);
          onParts(inCurrency(search, value));
        }}
      />
      <Amount
        label={dollars ? 'USD from' : 'Price from'}
        value={dollars ? search.min_price_usd : search.min_price}
        onValue={(value) => {
          onParts(dollars ? { min_price_usd: value } : { min_price: value });
        }}
      />
      <Amount
        label={dollars ? 'USD to' : 'Price to'}
        value={dollars ? search.max_price_usd : search.max_price}
        onValue={(value) => {
          onParts(dollars ? { max_price_usd: value } : { max_price: value });
        }}
      />
    </>
  );
}

/** The range stays the same number; what it is counted in changes. */
function inCurrency(search: OfferSearch, value: string | null): Parts {
  const least = search.min_price ?? search.min_price_usd;
  const most = search.max_price ?? search.max_price_usd;
  if (value === DOLLARS)
    return {
      currency: undefined,
      min_price: undefined,
      max_price: undefined,
      min_price_usd: least,
      max_price_usd: most,
    };
  return {
    currency: value === null || value === ANY ? undefined : value,
    min_price: least,
    max_price: most,
    min_price_usd: undefined,
    max_price_usd: undefined,
  };
}
