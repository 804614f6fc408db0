import { Button, Group, Table } from '@mantine/core';

import { Brought, OneSource } from '@/components/Brought';
import { Empty } from '@/components/Empty';
import { ButtonLink, TextLink } from '@/components/links';
import { NoneFits } from '@/components/NoneFits';
import { SearchField } from '@/components/SearchField';
import tables from '@/components/table.module.css';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { count, day } from '@/lib/format';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { ListedTerm } from '@/lib/schema';

import { termSearch, type TermSearch } from './search';

interface TermListProps {
  search: TermSearch;
  onSearch: (next: TermSearch) => void;
}

/** The terms of the workspace's own lists. */
export function TermList({ search, onSearch }: TermListProps) {
  const api = useApi();
  const { query, items } = usePaged<ListedTerm>({
    queryKey: keys.listedTermList(search),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/listed-terms', {
          params: { query: { ...search, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
  return (
    <Brought
      query={query}
      noun="term"
      shown={items.length}
      tools={
        <>
          <Group gap="sm">
            <SearchField
              label="List"
              placeholder="A list, by its whole name"
              value={search.list_name}
              onValue={(written) => {
                onSearch(termSearch({ ...search, list_name: written }));
              }}
            />
            <SearchField
              label="Region"
              placeholder="A region, such as DE"
              value={search.region}
              onValue={(written) => {
                onSearch(termSearch({ ...search, region: written }));
              }}
            />
          </Group>
          <OneSource
            said={search.import_id ? 'One import' : null}
            onOff={() => {
              onSearch(termSearch({ ...search, import_id: undefined }));
            }}
          />
        </>
      }
      none={
        Object.keys(search).length > 0 ? (
          <NoneFits
            title="No term fits"
            all="Show all"
            onAll={() => {
              onSearch({});
            }}
          />
        ) : (
          <Empty title="No lists yet" action={<ButtonLink to="/imports">Import a list</ButtonLink>}>
            Lists of rising searches, or of terms that you measured yourself, stand here once imported.
          </Empty>
        )
      }
    >
      <TermTable
        terms={items}
        onList={(list_name) => {
          onSearch(termSearch({ ...search, list_name }));
        }}
      />
    </Brought>
  );
}

function TermTable({ terms, onList }: { terms: ListedTerm[]; onList: (name: string) => void }) {
  return (
    <Table className={tables.table} aria-label="Listed terms" verticalSpacing={8} horizontalSpacing={20} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Term</Table.Th>
          <Table.Th>List</Table.Th>
          <Table.Th ta="right">Rank</Table.Th>
          <Table.Th ta="right">Score</Table.Th>
          <Table.Th ta="right">Volume</Table.Th>
          <Table.Th>Region</Table.Th>
          <Table.Th ta="right">Day</Table.Th>
          <Table.Th>From</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {terms.map((term) => (
          <Table.Tr key={term.id} data-testid="term">
            <Table.Td fw={550} miw={160}>
              {term.term}
            </Table.Td>
            <Table.Td>
              <Button
                size="compact-xs"
                variant="subtle"
                ml={-8}
                onClick={() => {
                  onList(term.list_name);
                }}
              >
                {term.list_name}
              </Button>
            </Table.Td>
            <Table.Td ta="right">{count(term.rank)}</Table.Td>
            <Table.Td ta="right">{term.score === null ? '–' : count(Number(term.score))}</Table.Td>
            <Table.Td ta="right">{count(term.volume)}</Table.Td>
            <Table.Td>{term.region === '' ? '–' : term.region}</Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
              {day(term.day)}
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              <TextLink to="/imports/$importId" params={{ importId: term.import_id }} fz="inherit">
                Import, row {count(term.row)}
              </TextLink>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
