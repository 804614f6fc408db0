import { Box, Collapse, Group, Paper, Select, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';

import { FiltersButton } from '@/components/FiltersButton';
import { LoadMore } from '@/components/LoadMore';
import { SearchField } from '@/components/SearchField';

import { Found } from './Found';
import { ListTools } from './ListTools';
import { OfferCards } from './OfferCards';
import { OfferChips } from './OfferChips';
import { OfferFilters } from './OfferFilters';
import classes from './offers.module.css';
import { OfferTable } from './OfferTable';
import { PickBar } from './PickBar';
import { type Picked, usePicking } from './picking';
import { useOffers } from './queries';
import { useColumns, useDensity } from './remembered';
import { RowKeysHelp } from './RowKeysHelp';
import { changed, narrowings, type OfferSearch, SORTS, withCurrency } from './search';
import { useRowKeys } from './useRowKeys';

interface OfferListProps {
  search: OfferSearch;
  onSearch: (next: OfferSearch) => void;
  /** What can be done with offers that are chosen. */
  acts: (picked: Picked) => ReactNode;
}

export function OfferList({ search, onSearch, acts }: OfferListProps) {
  const { query, items } = useOffers(search);
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure(narrowings(search) > 0 && wide);
  const [helping, help] = useDisclosure(false);
  const picking = usePicking(items, search);
  const columns = useColumns();
  const density = useDensity();
  const sort = search.sort ?? '-last_seen_at';
  const put = (next: OfferSearch) => {
    onSearch(withCurrency(next, items));
  };
  useRowKeys({
    offers: items,
    onPick: picking.toggle,
    onPickShown: picking.toggleShown,
    onNone: picking.none,
    onHelp: help.open,
  });
  const rows = { offers: items, density: density[0], picking };
  return (
    <>
      <Paper style={{ borderColor: 'var(--wl-line)', overflow: 'hidden' }} shadow="sm">
        <Stack gap="md" p={{ base: 'sm', sm: 'lg' }} pb={{ base: 'xs', sm: 'sm' }}>
          <Group gap="sm">
            <SearchField
              label="Search offers"
              placeholder="Search words, “a phrase”, -not"
              value={search.query}
              onValue={(written) => {
                put(changed(search, { query: written }));
              }}
            />
            <Select
              aria-label="Sort by"
              w={210}
              data={SORTS}
              value={sort}
              onChange={(value) => {
                put(changed(search, { sort: SORTS.find((one) => one.value === value)?.value }));
              }}
            />
            <FiltersButton on={narrowings(search)} opened={opened} onToggle={toggle} />
          </Group>
          <Collapse expanded={opened}>
            <OfferFilters search={search} onSearch={put} offers={items} />
          </Collapse>
          <OfferChips search={search} onSearch={onSearch} />
          {items.length > 0 && (
            <ListTools
              shown={items.length}
              more={query.hasNextPage}
              columns={wide ? columns : null}
              density={density}
              onHelp={help.open}
            />
          )}
        </Stack>
        <Found query={query} search={search} onSearch={onSearch}>
          <Box className={query.isPlaceholderData ? classes.refreshing : undefined} aria-busy={query.isPlaceholderData}>
            {wide ? (
              <OfferTable
                {...rows}
                columns={columns[0]}
                sort={sort}
                onSort={(next) => {
                  put(changed(search, { sort: next }));
                }}
              />
            ) : (
              <Box px="sm">
                <OfferCards {...rows} />
              </Box>
            )}
            <LoadMore auto shown={items.length} noun="offer" query={query} />
          </Box>
        </Found>
      </Paper>
      <PickBar picking={picking} more={query.hasNextPage && items.every(({ id }) => picking.has(id))} acts={acts} />
      <RowKeysHelp opened={helping} onClose={help.close} />
    </>
  );
}
