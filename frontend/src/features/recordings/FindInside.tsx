import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';

import { count } from '@/lib/format';
import type { Segment } from '@/lib/schema';

import { says } from './marks';

interface FindInsideProps {
  items: readonly Segment[];
  words: string;
  /** The segment that was gone to last. */
  at: number | null;
  onWords: (words: string) => void;
  onHit: (number: number) => void;
}

/** Looks for words in the transcript and goes from one place to the next, round and round. */
export function FindInside({ items, words, at, onWords, onHit }: FindInsideProps) {
  const hits = items.filter(({ text }) => says(text, words)).map(({ number }) => number);
  const stands = hits.indexOf(at ?? -1);
  const go = (by: 1 | -1) => {
    const from = stands === -1 && by === -1 ? 0 : stands;
    const to = hits[(from + by + hits.length) % hits.length];
    if (to !== undefined) onHit(to);
  };
  return (
    <form
      role="search"
      style={{ flex: '1 1 260px' }}
      onSubmit={(event) => {
        event.preventDefault();
        go(1);
      }}
    >
      <Group gap={6} wrap="nowrap">
        <TextInput
          type="search"
          flex={1}
          aria-label="Find in this transcript"
          placeholder="Find in this transcript"
          leftSection={<IconSearch size={16} aria-hidden />}
          maxLength={200}
          value={words}
          onChange={(event) => {
            onWords(event.currentTarget.value);
          }}
        />
        {words.trim() !== '' && (
          <Text size="sm" c="dimmed" className="num" role="status" style={{ whiteSpace: 'nowrap' }}>
            {stands === -1 ? count(hits.length) : `${count(stands + 1)} of ${count(hits.length)}`}
          </Text>
        )}
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="The one before"
          disabled={hits.length === 0}
          onClick={() => {
            go(-1);
          }}
        >
          <IconChevronUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon type="submit" variant="default" size="lg" aria-label="The next one" disabled={hits.length === 0}>
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </form>
  );
}
