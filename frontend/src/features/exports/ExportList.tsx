import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { FilterSelect } from '@/components/FilterSelect';
import { ButtonLink } from '@/components/links';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';

import { statusWord } from './ExportBadge';
import { ExportRow } from './ExportRow';
import classes from './exports.module.css';
import { useExports } from './queries';
import { type ExportSearch, STATUSES } from './search';

interface ExportListProps {
  search: ExportSearch;
  onSearch: (next: ExportSearch) => void;
}

export function ExportFilter({ search, onSearch }: ExportListProps) {
  return (
    <FilterSelect
      label="Status"
      all="Every status"
      choices={STATUSES.map((status) => ({ value: status, label: statusWord(status) }))}
      value={search.status}
      onValue={(status) => {
        onSearch(status ? { status } : {});
      }}
    />
  );
}

export function ExportList({ search, onSearch }: ExportListProps) {
  const { query, items } = useExports(search);
  if (query.isPending) return <Rows count={4} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) return <Nothing search={search} onSearch={onSearch} />;
  return (
    <>
      <ul className={classes.list} aria-label="Exports" aria-busy={query.isPlaceholderData}>
        {items.map((row) => (
          <ExportRow key={row.id} row={row} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="export" query={query} />
    </>
  );
}

function Nothing({ search, onSearch }: ExportListProps) {
  if (search.status === undefined) {
    return (
      <Empty title="No exports yet" action={<ButtonLink to="/offers">Go to the offers</ButtonLink>}>
        Search for the offers that you want, and choose “Export” there. The files wait here for a week.
      </Empty>
    );
  }
  return (
    <NoneFits
      title="No export is like that"
      all="Show all exports"
      onAll={() => {
        onSearch({});
      }}
    />
  );
}
