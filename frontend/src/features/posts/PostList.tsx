import { Box, Button, SegmentedControl } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useRef } from 'react';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { count } from '@/lib/format';

import { PostFilters } from './PostFilters';
import { PostRow } from './PostRow';
import classes from './posts.module.css';
import { LOOKED_AT, usePosts } from './queries';
import { narrowings, postSearch, type PostScope, type PostSearch } from './search';

interface PostListProps {
  scope: PostScope;
  search: PostSearch;
  onSearch: (next: PostSearch) => void;
}

/** The newest posts, or those that people did most with. What comes meanwhile waits until its reader wants it. */
export function PostList({ scope, search, onSearch }: PostListProps) {
  const { query, items, waiting, showNew } = usePosts(scope, search);
  const top = useRef<HTMLDivElement>(null);
  const onNew = () => {
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'start' });
    void showNew();
  };
  return (
    <Panel
      flush
      title="Posts"
      about={search.order === 'top' ? 'Most likes, comments and shares first.' : 'The newest first.'}
      action={
        <SegmentedControl
          size="xs"
          aria-label="Order of posts"
          data={[
            { value: 'newest', label: 'Newest' },
            { value: 'top', label: 'Top' },
          ]}
          value={search.order ?? 'newest'}
          onChange={(order) => {
            onSearch(postSearch({ ...search, order }));
          }}
        />
      }
    >
      <Box px={20} py={10}>
        <PostFilters search={search} onSearch={onSearch} posts={items} />
      </Box>
      <div ref={top} tabIndex={-1} className={classes.top} aria-label="Posts" role="group">
        {items.length > 0 && <NewPosts waiting={waiting} onNew={onNew} />}
        <Found query={query} items={items} search={search} onSearch={onSearch} />
      </div>
    </Panel>
  );
}

function NewPosts({ waiting, onNew }: { waiting: number; onNew: () => void }) {
  const many = waiting >= LOOKED_AT ? `${count(LOOKED_AT)} or more new posts` : null;
  return (
    <div className={classes.fresh} role="status">
      {waiting > 0 && (
        <Button size="compact-md" radius="xl" leftSection={<IconArrowUp size={15} aria-hidden />} onClick={onNew}>
          {many ?? (waiting === 1 ? '1 new post' : `${count(waiting)} new posts`)}
        </Button>
      )}
    </div>
  );
}

type Found = Pick<ReturnType<typeof usePosts>, 'query' | 'items'> & Omit<PostListProps, 'scope'>;

function Found({ query, items, search, onSearch }: Found) {
  if (query.isPending) return <Rows count={5} tall />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return narrowings(search) > 0 ? (
      <NoneFits
        title="No post fits"
        all="Clear search and filters"
        onAll={() => {
          onSearch(postSearch({ order: search.order }));
        }}
      />
    ) : (
      <Empty title="No posts">Nothing that was heard was said in this time.</Empty>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label="Posts">
        {items.map((post) => (
          <PostRow key={post.id} post={post} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="post" query={query} />
    </>
  );
}
