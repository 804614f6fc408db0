import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';

import { useMarketplaces } from '@/features/marketplaces/queries';
import { useDraft } from '@/lib/draft';

import classes from './offers.module.css';
import { changed, narrowings, type OfferSearch } from './search';

const USUAL_CURRENCIES = ['USD', 'EUR', 'GBP'];

interface OfferFiltersProps {
  search: OfferSearch;
  onSearch: (next: OfferSearch) => void;
  /** Currencies among the offers on the screen: no list of all of them can be had. */
  currencies: string[];
}

export function OfferFilters({ search, onSearch, currencies }: OfferFiltersProps) {
  const { data: marketplaces = [] } = useMarketplaces();
  const put = (parts: Parameters<typeof changed>[1]) => {
    onSearch(changed(search, parts));
  };
  const known = [
    ...new Set([...(search.currency === undefined ? [] : [search.currency]), ...currencies, ...USUAL_CURRENCIES]),
  ].sort();
  return (
    <div className={classes.filters}>
      <Select
        label="Marketplace"
        size="xs"
        data={[{ value: '', label: 'All' }, ...marketplaces.map((one) => ({ value: one.name, label: one.title }))]}
        value={search.marketplace ?? ''}
        onChange={(value) => {
          put({ marketplace: value === null || value === '' ? undefined : value });
        }}
      />
      <Select
        label="Currency"
        size="xs"
        data={[{ value: '', label: 'Any' }, ...known]}
        value={search.currency ?? ''}
        onChange={(value) => {
          put({ currency: value === null || value === '' ? undefined : value });
        }}
      />
      <Amount
        label="Price from"
        value={search.min_price}
        onValue={(min_price) => {
          put({ min_price });
        }}
      />
      <Amount
        label="Price to"
        value={search.max_price}
        onValue={(max_price) => {
          put({ max_price });
        }}
      />
      <Select
        label="Rating"
        size="xs"
        data={[
          { value: '', label: 'Any' },
          ...['3', '3.5', '4', '4.5'].map((stars) => ({ value: stars, label: `${stars} and up` })),
        ]}
        value={search.min_rating === undefined ? '' : String(search.min_rating)}
        onChange={(value) => {
          put({ min_rating: value ? Number(value) : undefined });
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

/** An amount counts when the field is left, or on Enter: half a number is no filter. */
function Amount({
  label,
  value,
  onValue,
}: {
  label: string;
  value: number | undefined;
  onValue: (value: number | undefined) => void;
}) {
  const field = useDraft(value === undefined ? '' : String(value), (written) => {
    const amount = Number(written.replace(',', '.'));
    onValue(written.trim() !== '' && Number.isFinite(amount) && amount >= 0 ? amount : undefined);
  });
  return (
    <TextInput
      label={label}
      size="xs"
      inputMode="decimal"
      placeholder="Any"
      autoComplete="off"
      value={field.draft}
      onChange={(event) => {
        field.write(event.currentTarget.value);
      }}
      onBlur={() => {
        field.send(field.draft);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') field.send(field.draft);
      }}
    />
  );
}

/** What the list is narrowed to by links from an offer: shown, and taken off, as chips. */
export function OfferChips({ search, onSearch }: Omit<OfferFiltersProps, 'currencies'>) {
  const { seller, category } = search;
  if (seller === undefined && category === undefined && narrowings(search) === 0) return null;
  return (
    <Group gap="xs">
      {seller !== undefined && (
        <Chip
          said={`Seller: ${seller}`}
          onOff={() => {
            onSearch(changed(search, { seller: undefined }));
          }}
        />
      )}
      {category !== undefined && (
        <Chip
          said={`Category: ${category}`}
          onOff={() => {
            onSearch(changed(search, { category: undefined }));
          }}
        />
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          onSearch(changed({}, { query: search.query, sort: search.sort }));
        }}
      >
        Clear filters
      </Button>
    </Group>
  );
}

function Chip({ said, onOff }: { said: string; onOff: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="light"
      rightSection={<IconX size={13} aria-hidden />}
      aria-label={`Remove filter ${said}`}
      onClick={onOff}
    >
      {said}
    </Button>
  );
}
