import { Button, Group } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';

import { useRights } from '@/lib/context';
import type { Like } from '@/lib/schema';

import { useSay } from './likes';

/** What a person can say of the two: once it is said it stands above the matcher, until it is taken back. */
export function SayButtons({ like, offerId }: { like: Like; offerId: string }) {
  const say = useSay(offerId);
  const { work } = useRights();
  if (!work) return null;
  const { title } = like.offer;
  if (like.override !== null) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        loading={say.isPending}
        aria-label={`Take back what was said of ${title}`}
        onClick={() => {
          say.mutate({ like, word: null });
        }}
      >
        Take back
      </Button>
    );
  }
  return (
    <Group gap={6} wrap="nowrap">
      {like.verdict !== 'same' && (
        <Button
          size="compact-sm"
          variant="light"
          disabled={say.isPending}
          aria-label={`Same: ${title}`}
          onClick={() => {
            say.mutate({ like, word: 'same' });
          }}
        >
          Same
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        disabled={say.isPending}
        aria-label={`Different: ${title}`}
        onClick={() => {
          say.mutate({ like, word: 'different' });
        }}
      >
        Different
      </Button>
    </Group>
  );
}
