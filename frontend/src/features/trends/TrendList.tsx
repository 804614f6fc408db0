import { Box, Collapse, Group, Paper, Select, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';

import { ListFailure } from '@/components/Failure';
import { FiltersButton } from '@/components/FiltersButton';
import { ButtonLink } from '@/components/links';
import { Empty } from '@/components/Empty';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { SearchField } from '@/components/SearchField';
import offerClasses from '@/features/offers/offers.module.css';

import { Board } from './Board';
import { PickBar } from './PickBar';
import { usePicking } from './picking';
import { useTrends } from './queries';
import { changed, narrowings, SORTS, type TrendSearch, USUAL_SORT } from './search';
import { TrendCards } from './TrendCards';
import { TrendFilters } from './TrendFilters';
import { TrendTable } from './TrendTable';

interface TrendListProps {
  search: TrendSearch;
  onSearch: (next: TrendSearch) => void;
}

export function TrendList({ search, onSearch }: TrendListProps) {
  const { query, items } = useTrends(search);
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const sort = search.sort ?? USUAL_SORT;
  const picking = usePicking();
  return (
    <>
      {items.length > 1 && (
        <Panel
          title="Demand and competition"
          about="Each dot is a trend listed below. Top left is best: much wanted, seldom offered. Green scores 70 or more, gold 45 or more."
        >
          <Board trends={items} />
        </Panel>
      )}
      <Paper style={{ borderColor: 'var(--wl-line)', overflow: 'hidden' }} shadow="sm">
        <Bar search={search} onSearch={onSearch} trends={items} wide={wide} />
        <Found query={query} search={search} onSearch={onSearch}>
          <Box
            className={query.isPlaceholderData ? offerClasses.refreshing : undefined}
            aria-busy={query.isPlaceholderData}
          >
            {wide ? (
              <TrendTable
                trends={items}
                sort={sort}
                picking={picking}
                onSort={(next) => {
                  onSearch(changed(search, { sort: next }));
                }}
              />
            ) : (
              <Box px="sm">
                <TrendCards trends={items} picking={picking} />
              </Box>
            )}
            <LoadMore auto shown={items.length} noun="trend" query={query} />
          </Box>
        </Found>
      </Paper>
      <PickBar picking={picking} />
    </>
  );
}

function Bar({
  search,
  onSearch,
  trends,
  wide,
}: TrendListProps & { trends: ReturnType<typeof useTrends>['items']; wide: boolean }) {
  const on = narrowings(search);
  const [opened, { toggle }] = useDisclosure(on > 0 && wide);
  return (
    <Stack gap="md" p={{ base: 'sm', sm: 'lg' }}>
      <Group gap="sm">
        <SearchField
          label="Search trends"
          value={search.query}
          onValue={(query) => {
            onSearch(changed(search, { query }));
          }}
        />
        <Select
          aria-label="Sort by"
          w={190}
          data={SORTS}
          value={search.sort ?? USUAL_SORT}
          onChange={(value) => {
            onSearch(changed(search, { sort: SORTS.find((one) => one.value === value)?.value }));
          }}
        />
        <FiltersButton on={on} opened={opened} onToggle={toggle} />
      </Group>
      <Collapse expanded={opened}>
        <TrendFilters search={search} onSearch={onSearch} trends={trends} />
      </Collapse>
    </Stack>
  );
}

function Found({
  query,
  search,
  onSearch,
  children,
}: TrendListProps & { query: ReturnType<typeof useTrends>['query']; children: React.ReactNode }) {
  if (query.isPending) return <Rows count={8} tall />;
  if (query.isError && !query.isFetchNextPageError) return <ListFailure query={query} />;
  if (query.data.pages[0]?.items.length !== 0) return children;
  if (search.query !== undefined || narrowings(search) > 0) {
    return (
      <NoneFits
        title="No trend fits"
        all="Clear search and filters"
        onAll={() => {
          onSearch({});
        }}
      >
        Try fewer words, or a lower score or confidence.
      </NoneFits>
    );
  }
  return (
    <Empty
      title="No trends yet"
      action={
        <Group gap="sm" justify="center">
          <ButtonLink to="/tasks">Collect offers</ButtonLink>
          <ButtonLink to="/runs" variant="default">
            Start a run
          </ButtonLink>
        </Group>
      }
    >
      Trends are found among offers. First collect some from a marketplace, then start a run: it groups and scores them.
    </Empty>
  );
}
