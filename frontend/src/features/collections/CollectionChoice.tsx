import { Loader, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';

import { Failure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Rows } from '@/components/Rows';
import { plural } from '@/lib/format';
import type { Collection } from '@/lib/schema';

import { useCollectionChoice } from './adding';
import classes from './adding.module.css';

/** From so many on they are searched rather than looked through. */
const MANY = 8;

interface CollectionChoiceProps {
  query: string;
  settled: string;
  onQuery: (query: string) => void;
  open: boolean;
  /** The collection that is being added to at the moment. */
  busy: string | null;
  onChoice: (collection: Collection) => void;
}

export function CollectionChoice({ query, settled, onQuery, open, busy, onChoice }: CollectionChoiceProps) {
  const { query: asked, items } = useCollectionChoice(settled, open);
  if (asked.isPending) return <Rows count={2} />;
  if (asked.isError && items.length === 0) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />;
  const mine = items.filter(({ may }) => may !== 'view');
  return (
    <div>
      {(mine.length >= MANY || query !== '') && (
        <TextInput
          type="search"
          aria-label="Search collections"
          placeholder="Search collections"
          leftSection={<IconSearch size={16} aria-hidden />}
          mb="xs"
          value={query}
          onChange={(event) => {
            onQuery(event.currentTarget.value);
          }}
        />
      )}
      {mine.length === 0 ? (
        <Text size="sm" c="dimmed">
          {settled === '' ? 'There is no collection yet that you may change. Make one:' : 'None is called so.'}
        </Text>
      ) : (
        <ul className={classes.list} aria-label="Collections">
          {mine.map((one) => (
            <li key={one.id}>
              <UnstyledButton
                className={classes.choice}
                disabled={busy !== null}
                aria-label={`Add to ${one.name}`}
                onClick={() => {
                  onChoice(one);
                }}
              >
                <span className={classes.name}>{one.name}</span>
                <Text span size="xs" c="dimmed" className="num">
                  {plural(one.offers_count, 'offer')}
                </Text>
                {busy === one.id ? <Loader size={14} /> : <IconChevronRight size={16} aria-hidden />}
              </UnstyledButton>
            </li>
          ))}
          {asked.hasNextPage && <LoadMore shown={mine.length} noun="collection" query={asked} />}
        </ul>
      )}
    </div>
  );
}
