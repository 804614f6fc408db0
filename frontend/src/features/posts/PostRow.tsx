import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconExternalLink, IconEye, IconHeart, IconLanguage, IconMessage, IconShare } from '@tabler/icons-react';

import { LookBadge } from '@/components/LookBadge';
import { When } from '@/components/When';
import { useNetworkTitle } from '@/features/subjects/queries';
import { dateTime, plural, short } from '@/lib/format';
import type { Post } from '@/lib/schema';

import { emotionLook, foreign, scoresWords, sentimentLook } from './moods';
import classes from './posts.module.css';
import { Said } from './Said';

/** What somebody said, who and where, how it feels, and what people did with it. */
export function PostRow({ post }: { post: Post }) {
  const title = useNetworkTitle();
  return (
    <li className={classes.post} data-testid="post" data-sentiment={post.sentiment ?? undefined}>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        <Text span inherit c="var(--mantine-color-text)" fw={550}>
          {post.author ?? 'Somebody'}
        </Text>{' '}
        at {title(post.network)}, <When at={post.posted_at} />
        {post.edited_at !== null && <span title={dateTime(post.edited_at)}>, edited</span>}
      </Text>
      <Said text={post.text} />
      <Group gap="6px 14px" justify="space-between">
        <Moods post={post} />
        <Group gap="6px 14px">
          <Counts post={post} />
          <OpenOutside url={post.url} network={title(post.network)} />
        </Group>
      </Group>
    </li>
  );
}

function Moods({ post }: { post: Post }) {
  const [sentiment, emotion, language] = [sentimentLook(post), emotionLook(post), foreign(post)];
  const unsure = post.uncertain?.includes('sentiment') ?? false;
  return (
    <Group gap={6}>
      {sentiment && (
        <span className={classes.mood} title={scoresWords(post.sentiment_scores)}>
          <LookBadge look={sentiment} />
        </span>
      )}
      {emotion && (
        <span className={classes.mood} title={scoresWords(post.emotion_scores)}>
          <LookBadge look={emotion} />
        </span>
      )}
      {language !== null && (
        <Badge
          color="saffron"
          leftSection={<IconLanguage size={13} aria-hidden />}
          title={unsure ? 'Its mood is not read: the model does not know this language.' : 'The language that it is in'}
        >
          {language}
        </Badge>
      )}
    </Group>
  );
}

function Counts({ post }: { post: Post }) {
  const counts = [
    [post.play_count, 'view', IconEye],
    [post.like_count, 'like', IconHeart],
    [post.comment_count, 'comment', IconMessage],
    [post.share_count, 'share', IconShare],
  ] as const;
  return counts.map(
    ([told, noun, Icon]) =>
      told !== null && (
        <Text key={noun} size="sm" c="dimmed" className={classes.count} title={plural(told, noun)}>
          <Icon size={15} stroke={1.7} aria-hidden /> <span aria-hidden>{short(told)}</span>
          <span className={classes.heard}>{plural(told, noun)}</span>
        </Text>
      ),
  );
}

/** The way to the post itself; an address that is not of the web leads nowhere. */
function OpenOutside({ url, network }: { url: string; network: string }) {
  if (!/^https?:\/\//i.test(url)) return null;
  return (
    <Anchor href={url} target="_blank" rel="noopener noreferrer" size="sm">
      Open on {network} <IconExternalLink size={14} aria-hidden style={{ verticalAlign: -2 }} />
    </Anchor>
  );
}
