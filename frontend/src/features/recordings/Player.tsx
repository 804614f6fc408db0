import { Button, Group, Skeleton, Switch, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import { Failure } from '@/components/Failure';
import type { Recording } from '@/lib/schema';

import classes from './recordings.module.css';
import { useCaptions } from './useCaptions';
import { useMedia } from './useMedia';
import type { Player as Playing } from './usePlayer';

/** The sound, or the film, itself: straight from where files are kept. */
export function Player({ row, player }: { row: Recording; player: Playing }) {
  const { attach, ready, moved, hold } = player;
  const { url, error, broken, renew } = useMedia(row.id);
  const [media, setMedia] = useState<HTMLMediaElement | null>(null);
  const captions = useCaptions(row.id, media);
  const hear = useCallback(
    (element: HTMLMediaElement | null) => {
      attach(element);
      setMedia(element);
    },
    [attach],
  );
  if (error !== null) return <Failure error={error} onRetry={() => void renew(true)} />;
  if (url === null) return <Skeleton h={54} radius="xl" />;
  const film = isFilm(row);
  const Media = film ? 'video' : 'audio';
  return (
    <>
      <Media
        key={url}
        ref={hear}
        className={classes.media}
        src={url}
        controls
        preload="metadata"
        aria-label={row.name}
        onLoadedMetadata={ready}
        onTimeUpdate={moved}
        onSeeked={moved}
        onError={() => {
          hold();
          void renew();
        }}
      />
      {film && (
        <Switch
          mt="sm"
          label="Show what is said as captions"
          checked={captions.shown}
          onChange={(event) => {
            captions.show(event.currentTarget.checked);
          }}
        />
      )}
      {broken && (
        <Group gap="sm" mt="sm" role="alert">
          <Text size="sm" c="var(--mantine-color-error)">
            The file cannot be played here. What is said in it can be read all the same.
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => void renew(true)}
          >
            Try again
          </Button>
        </Group>
      )}
    </>
  );
}

/** What a file is called says whether there is something to see. Sound plays in a film's player too. */
function isFilm({ name, source_url }: Recording): boolean {
  return [name, source_url ?? ''].some((one) => /\.(mp4|m4v|mov|webm|mkv)$/i.test(one.split(/[?#]/, 1)[0] ?? ''));
}
