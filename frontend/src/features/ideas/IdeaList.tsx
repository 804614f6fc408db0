import { Box, Group, Paper, Skeleton, Stack } from '@mantine/core';

import { Chip } from '@/components/Chip';
import { ButtonLink } from '@/components/links';
import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { SearchField } from '@/components/SearchField';
import { useRunName } from '@/features/runs/subjects';
import { useTrendName } from '@/features/trends/names';

import { IdeaCard } from './IdeaCard';
import classes from './ideas.module.css';
import { useIdeas } from './queries';
import { changed, type IdeaSearch } from './search';

interface IdeaListProps {
  search: IdeaSearch;
  onSearch: (next: IdeaSearch) => void;
}

export function IdeaList({ search, onSearch }: IdeaListProps) {
  return (
    <>
      <Paper p={{ base: 'sm', sm: 'lg' }} style={{ borderColor: 'var(--wl-line)' }} shadow="sm">
        <Stack gap="md">
          <Group>
            <SearchField
              label="Search ideas"
              placeholder="Search slogans, concepts and tags"
              value={search.query}
              onValue={(query) => {
                onSearch(changed(search, { query }));
              }}
            />
          </Group>
          <Narrowed search={search} onSearch={onSearch} />
        </Stack>
      </Paper>
      <Found search={search} onSearch={onSearch} />
    </>
  );
}

/** What links narrowed the list to: shown, and taken off, as chips. */
function Narrowed({ search, onSearch }: IdeaListProps) {
  const trend = useTrendName();
  const run = useRunName(search.run_id);
  if (search.trend_id === undefined && search.run_id === undefined) return null;
  return (
    <Group gap="xs">
      {search.trend_id !== undefined && (
        <Chip
          said={`Trend: ${trend(search.trend_id) ?? search.trend_id.slice(-6)}`}
          onOff={() => {
            onSearch(changed(search, { trend_id: undefined }));
          }}
        />
      )}
      {search.run_id !== undefined && (
        <Chip
          said={`Run: ${run ?? search.run_id.slice(-6)}`}
          onOff={() => {
            onSearch(changed(search, { run_id: undefined }));
          }}
        />
      )}
    </Group>
  );
}

function Found({ search, onSearch }: IdeaListProps) {
  const { idea: open, ...filter } = search;
  const { query, items } = useIdeas(filter);
  const trend = useTrendName();
  if (query.isPending) return <Coming />;
  if (query.isError && items.length === 0) {
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (items.length === 0) {
    return Object.keys(filter).length > 0 ? (
      <NoneFits
        title="No idea fits"
        all="Show all ideas"
        onAll={() => {
          onSearch({});
        }}
      />
    ) : (
      <Empty title="No ideas yet" action={<ButtonLink to="/runs">Start a run</ButtonLink>}>
        A run thinks of three ideas for each trend that it works on.
      </Empty>
    );
  }
  return (
    <Box aria-busy={query.isPlaceholderData} data-open={open}>
      <ul className={classes.cards} aria-label="Ideas">
        {items.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} search={search} trend={trend(idea.trend_id)} />
        ))}
      </ul>
      <LoadMore auto shown={items.length} noun="idea" query={query} />
    </Box>
  );
}

function Coming() {
  return (
    <div className={classes.cards} role="status" aria-label="Loading">
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} h={220} radius="lg" />
      ))}
    </div>
  );
}
