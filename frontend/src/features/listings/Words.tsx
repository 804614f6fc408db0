import { ActionIcon, Badge, CopyButton, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Panel } from '@/components/Panel';
import { useChannels } from '@/features/shops/queries';
import { count } from '@/lib/format';
import type { Listing } from '@/lib/schema';

import { limit } from './limits';

/** Title, description and tags as they are at the channel, each ready to be taken elsewhere. */
export function Words({ listing }: { listing: Listing }) {
  const { data: channels } = useChannels();
  const limits = channels?.find(({ name }) => name === listing.channel)?.limits ?? {};
  return (
    <Panel title="In the shop’s words">
      <Stack gap="lg">
        <Part name="Title" text={listing.title} most={limit(limits, 'title')}>
          <Text fw={550}>{listing.title}</Text>
        </Part>
        <Part name="Description" text={listing.description} most={limit(limits, 'description')}>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} maw="72ch">
            {listing.description}
          </Text>
        </Part>
        <Part name="Tags" text={listing.tags.join(', ')} said={listing.tags.length} most={limit(limits, 'tags')}>
          <Group gap={6}>
            {listing.tags.map((tag) => (
              <Badge key={tag} color="gray">
                {tag}
              </Badge>
            ))}
          </Group>
        </Part>
      </Stack>
    </Panel>
  );
}

interface PartProps {
  name: string;
  /** What is copied. */
  text: string;
  /** How long it is; else the number of its characters. */
  said?: number;
  /** How long it may be there; null where the channel names no limit. */
  most: number | null;
  children: ReactNode;
}

function Part({ name, text, said = Array.from(text).length, most, children }: PartProps) {
  return (
    <section aria-label={name}>
      <Group justify="space-between" gap="xs" mb={4} wrap="nowrap">
        <Text size="sm" c="dimmed" className="num">
          {name}, {most === null ? count(said) : `${count(said)} of at most ${count(most)}`}
        </Text>
        <CopyButton value={text} timeout={1500}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : `Copy ${name.toLowerCase()}`}>
              <ActionIcon
                variant="default"
                size="md"
                disabled={text === ''}
                onClick={copy}
                aria-label={copied ? 'Copied' : `Copy ${name.toLowerCase()}`}
              >
                {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </Group>
      {children}
    </section>
  );
}
