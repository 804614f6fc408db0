import { Anchor } from '@mantine/core';

import { Panel } from '@/components/Panel';

import { PostRow } from './PostRow';
import classes from './posts.module.css';
import { useTopPosts } from './queries';
import type { PostScope } from './search';

/** The few that people did most with. Where nobody did anything there is nothing to show. */
export function TopPosts({ scope, onAll }: { scope: PostScope; onAll: () => void }) {
  const { data = [] } = useTopPosts(scope);
  const top = data.filter(({ engagement }) => engagement > 0);
  if (top.length === 0) return null;
  return (
    <Panel
      flush
      title="Top posts"
      about="Most likes, comments and shares."
      action={
        <Anchor component="button" type="button" size="sm" fw={550} lh="28px" style={{ flex: 'none' }} onClick={onAll}>
          All by this
        </Anchor>
      }
    >
      <ul className={classes.list} aria-label="Top posts">
        {top.map((post) => (
          <PostRow key={post.id} post={post} />
        ))}
      </ul>
    </Panel>
  );
}
