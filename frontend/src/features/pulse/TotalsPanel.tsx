import { Stack, Text } from '@mantine/core';

import { type FactRow, Facts } from '@/components/Facts';
import { Panel } from '@/components/Panel';
import { SENTIMENT_LOOKS } from '@/features/posts/moods';
import { count, plural, portion } from '@/lib/format';

import { type Counts, FEELINGS, FEW, shareOf } from './counts';
import { boundsWords } from './feelings';
import { MoodBar } from './MoodBar';

/** How much was said, how people feel about it, and how sure that is. */
export function TotalsPanel({ counts, several }: { counts: Counts; several: boolean }) {
  const facts: FactRow[] = [
    [
      'Posts',
      <span key="posts" data-testid="pulse-posts" style={{ fontSize: 26, lineHeight: 1.2 }}>
        {count(counts.posts)}
      </span>,
    ],
    ...FEELINGS.map((name): FactRow => [
      SENTIMENT_LOOKS[name][0],
      <Part key={name} part={counts[name]} of={counts.posts} name={name} />,
    ]),
    ['Unsure, among the neutral', <Part key="unsure" part={counts.unsure} of={counts.posts} name="unsure" />],
  ];
  return (
    <Panel title="How people feel" about={several ? 'A post about two subjects counts for both.' : undefined}>
      <Stack gap="md">
        <Facts facts={facts} least={120} />
        <MoodBar counts={counts} />
        <Text size="sm" c="dimmed">
          {surely(counts.posts)}
        </Text>
      </Stack>
    </Panel>
  );
}

function Part({ part, of, name }: { part: number; of: number; name: string }) {
  const found = shareOf(part, of);
  return (
    <span data-testid={`pulse-${name}`} data-posts={part}>
      {portion(found?.share ?? null)}
      <Text span display="block" size="sm" c="dimmed" fw={400} title={plural(part, 'post')}>
        {found ? boundsWords(found) : '–'}
      </Text>
    </span>
  );
}

function surely(posts: number): string {
  if (posts < FEW) return `Only ${plural(posts, 'post')} say so: that is too few to mean much.`;
  return `${plural(posts, 'post')} say so. Nineteen times out of twenty a share lies within its bounds.`;
}
