import { Anchor, Group, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';

import { Empty } from '@/components/Empty';
import { LookBadge } from '@/components/LookBadge';
import { When } from '@/components/When';
import { lookOfEmotion, lookOfSentiment } from '@/features/posts/moods';
import { plural } from '@/lib/format';
import type { AlertPost } from '@/lib/schema';

import classes from './alerts.module.css';
import { useNetworkTitle } from './queries';

export function AlertPosts({ posts }: { posts: AlertPost[] }) {
  if (posts.length === 0) {
    return <Empty title="No post is kept">The numbers were counted, and none of the posts is there any more.</Empty>;
  }
  return (
    <ol className={classes.posts} aria-label="Posts">
      {posts.map((post) => (
        <Post key={post.id} post={post} />
      ))}
    </ol>
  );
}

function Post({ post }: { post: AlertPost }) {
  const network = useNetworkTitle();
  return (
    <li>
      {post.text === '' ? (
        <Text size="sm" c="dimmed" fs="italic">
          Its author has deleted it since.
        </Text>
      ) : (
        <Text size="sm" className={classes.text}>
          {post.text}
        </Text>
      )}
      <Group gap={8} mt={6}>
        {post.sentiment !== null && <LookBadge look={lookOfSentiment(post.sentiment)} />}
        {post.emotion !== null && <LookBadge look={lookOfEmotion(post.emotion)} />}
        <Text size="xs" c="dimmed" className="num">
          {[network(post.network), ...(post.author === null ? [] : [post.author]), ...heeded(post)].join(', ')},{' '}
          <When at={post.posted_at} />
        </Text>
        <Outside post={post} />
      </Group>
    </li>
  );
}

function heeded({ like_count: likes, comment_count: comments }: AlertPost): string[] {
  return [
    ...(likes === null ? [] : [plural(likes, 'like')]),
    ...(comments === null ? [] : [plural(comments, 'comment')]),
  ];
}

/** The way to the post itself; an address that is not of the web leads nowhere. */
function Outside({ post }: { post: AlertPost }) {
  if (post.text === '' || !/^https?:\/\//i.test(post.url)) return null;
  return (
    <Anchor href={post.url} target="_blank" rel="noopener noreferrer" size="xs">
      Open the post <IconExternalLink size={12} aria-hidden style={{ verticalAlign: -1 }} />
    </Anchor>
  );
}
