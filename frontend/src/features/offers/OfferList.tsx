import { Box, Button, Collapse, Group, Indicator, Paper, Select, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';

import { ButtonLink } from '@/components/links';
import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Rows } from '@/components/Rows';
import { SearchField } from '@/components/SearchField';

import { OfferCards } from './OfferCards';
import { OfferChips, OfferFilters } from './OfferFilters';
import classes from './offers.module.css';
import { OfferTable } from './OfferTable';
import { useOffers } from './queries';
import { changed, narrowings, type OfferSearch, SORTS, withCurrency } from './search';

interface OfferListProps {
  search: OfferSearch;
  onSearch: (next: OfferSearch) => void;
}

export function OfferList({ search, onSearch }: OfferListProps) {
  const { query, items } = useOffers(search);
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure(narrowings(search) > 0 && wide);
  const currencies = [...new Set(items.flatMap((offer) => offer.currency ?? []))];
  const sort = search.sort ?? '-last_seen_at';
  const put = (next: OfferSearch) => {
    onSearch(withCurrency(next, items));
  };
  return (
    <Paper style={{ borderColor: 'var(--wl-line)', overflow: 'hidden' }} shadow="sm">
      <Stack gap="md" p={{ base: 'sm', sm: 'lg' }}>
        <Group gap="sm">
          <SearchField
            label="Search offers"
            placeholder="Search words, “a phrase”, -not"
            value={search.query}
            onValue={(query) => {
              put(changed(search, { query }));
            }}
          />
          <Select
            aria-label="Sort by"
            w={190}
            data={SORTS}
            value={sort}
            onChange={(value) => {
              put(changed(search, { sort: SORTS.find((one) => one.value === value)?.value }));
            }}
          />
          <Indicator disabled={narrowings(search) === 0} label={narrowings(search)} size={18} color="pine">
            <Button
              variant="default"
              leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
              onClick={toggle}
              aria-expanded={opened}
            >
              Filters
            </Button>
          </Indicator>
        </Group>
        <Collapse expanded={opened}>
          <OfferFilters search={search} onSearch={put} currencies={currencies} />
        </Collapse>
        <OfferChips search={search} onSearch={onSearch} />
      </Stack>
      <Found query={query} search={search} onSearch={onSearch}>
        <Box className={query.isPlaceholderData ? classes.refreshing : undefined} aria-busy={query.isPlaceholderData}>
          {wide ? (
            <OfferTable
              offers={items}
              sort={sort}
              onSort={(next) => {
                put(changed(search, { sort: next }));
              }}
            />
          ) : (
            <Box px="sm">
              <OfferCards offers={items} />
            </Box>
          )}
          <LoadMore auto shown={items.length} noun="offer" query={query} />
        </Box>
      </Found>
    </Paper>
  );
}

function Found({
  query,
  search,
  onSearch,
  children,
}: OfferListProps & { query: ReturnType<typeof useOffers>['query']; children: React.ReactNode }) {
  if (query.isPending) return <Rows count={8} tall />;
  if (query.isError && !query.isFetchNextPageError) {
    return (
      <Box p="lg" pt={0}>
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </Box>
    );
  }
  if (query.data.pages[0]?.items.length !== 0) return children;
  if (search.query !== undefined || narrowings(search) > 0) {
    return (
      <Empty
        title="No offer fits"
        action={
          <Button
            variant="default"
            onClick={() => {
              onSearch({});
            }}
          >
            Clear search and filters
          </Button>
        }
      >
        Try fewer words, or a wider price range.
      </Empty>
    );
  }
  return (
    <Empty title="No offers yet" action={<ButtonLink to="/tasks">Start a collection</ButtonLink>}>
      Offers appear here while a collection reads a marketplace, page by page.
    </Empty>
  );
}
