import { Box, Group, Table, Text } from '@mantine/core';

import { Brought, OneSource } from '@/components/Brought';
import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { NoneFits } from '@/components/NoneFits';
import { Picture } from '@/components/Picture';
import { SearchField } from '@/components/SearchField';
import tables from '@/components/table.module.css';
import { When } from '@/components/When';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { count, money, rating } from '@/lib/format';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Claim } from '@/lib/schema';

import { claimSearch, type ClaimSearch } from './search';

interface ClaimListProps {
  search: ClaimSearch;
  onSearch: (next: ClaimSearch) => void;
}

/** What this workspace says of offers by imports and saved pages: of each offer the newest word. */
export function ClaimList({ search, onSearch }: ClaimListProps) {
  const api = useApi();
  const { query, items } = usePaged<Claim>({
    queryKey: keys.claimList(search),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/claims', {
          params: { query: { ...search, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
  const narrowed = Object.keys(search).length > 0;
  return (
    <Brought
      query={query}
      noun="offer"
      shown={items.length}
      tools={
        <>
          <Group gap="sm">
            <SearchField
              label="Search claimed offers"
              placeholder="Words of the title"
              value={search.query}
              onValue={(written) => {
                onSearch(claimSearch({ ...search, query: written }));
              }}
            />
            <SearchField
              label="Marketplace"
              value={search.marketplace}
              onValue={(written) => {
                onSearch(claimSearch({ ...search, marketplace: written }));
              }}
            />
          </Group>
          <OneSource
            said={search.import_id ? 'One import' : search.page_id ? 'One submitted page' : null}
            onOff={() => {
              onSearch(claimSearch({ ...search, import_id: undefined, page_id: undefined }));
            }}
          />
        </>
      }
      none={
        narrowed ? (
          <NoneFits
            title="No claimed offer fits"
            all="Show all"
            onAll={() => {
              onSearch({});
            }}
          />
        ) : (
          <Empty title="Nothing is claimed yet" action={<ButtonLink to="/imports">Import a list</ButtonLink>}>
            Offers that you import, or that pages show which you saved, stand here. They stay your own.
          </Empty>
        )
      }
    >
      <ClaimTable claims={items} />
    </Brought>
  );
}

function ClaimTable({ claims }: { claims: Claim[] }) {
  const title = useMarketplaceTitle();
  return (
    <Table className={tables.table} aria-label="Claimed offers" verticalSpacing={8} horizontalSpacing={20} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Offer</Table.Th>
          <Table.Th ta="right">Price</Table.Th>
          <Table.Th>Marketplace</Table.Th>
          <Table.Th ta="right">Rating</Table.Th>
          <Table.Th ta="right">Reviews</Table.Th>
          <Table.Th ta="right">As of</Table.Th>
          <Table.Th>From</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {claims.map((claim) => (
          <Table.Tr key={claim.id} data-testid="claim">
            <Table.Td miw={200}>
              <Group gap="sm" wrap="nowrap">
                <Picture src={claim.image_url} seed={claim.id} size={36} />
                <Box miw={0}>
                  <Text size="sm" fw={550} lineClamp={2}>
                    {claim.title}
                  </Text>
                  {claim.seller !== null && (
                    <Text size="xs" c="dimmed" truncate maw={300}>
                      {claim.seller}
                    </Text>
                  )}
                </Box>
              </Group>
            </Table.Td>
            <Table.Td ta="right" fw={600}>
              {money(claim.price, claim.currency)}
            </Table.Td>
            <Table.Td>{title(claim.marketplace)}</Table.Td>
            <Table.Td ta="right">{rating(claim.rating)}</Table.Td>
            <Table.Td ta="right">{count(claim.reviews_count)}</Table.Td>
            <Table.Td ta="right" c="dimmed">
              <When at={claim.seen_at} />
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              <From claim={claim} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function From({ claim: { import_id, row } }: { claim: Claim }) {
  if (import_id === null) return 'A saved page';
  return (
    <ButtonLink
      to="/imports/$importId"
      params={{ importId: import_id }}
      size="compact-xs"
      variant="subtle"
      ml={-8}
    >{`Import, row ${count(row)}`}</ButtonLink>
  );
}
