import { Button, Collapse, List, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';

import { Picture } from '@/components/Picture';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import type { Like, MatchParts } from '@/lib/schema';

import { Costs } from './Costs';
import classes from './likes.module.css';
import { SayButtons } from './SayButtons';
import { reasons, sureWord } from './why';

interface LikeRowProps {
  like: Like;
  /** The offer that it is like. */
  offerId: string;
  lowest: boolean;
}

/** Another offer, how sure it is that it is the same product, and why. */
export function LikeRow({ like, offerId, lowest }: LikeRowProps) {
  const title = useMarketplaceTitle();
  const [opened, setOpened] = useState(false);
  const id = useId();
  const { offer, parts } = like;
  return (
    <li className={classes.row} data-testid="like">
      <Picture src={offer.image_url} seed={offer.id} />
      <div className={classes.what}>
        <Link to="/offers/$offerId" params={{ offerId: offer.id }} className={classes.title}>
          {offer.title}
        </Link>
        <Text size="xs" c="dimmed">
          {[title(offer.marketplace), offer.seller].filter((part) => part !== null).join(', ')}
        </Text>
      </div>
      <Costs offer={offer} lowest={lowest} />
      <div className={classes.say}>
        <div className={classes.sure}>
          <Text size="xs" c="dimmed" className="num">
            {sureWord(like)}
          </Text>
          {parts && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={opened}
              aria-controls={id}
              aria-label={`Why ${offer.title}`}
              onClick={() => {
                setOpened(!opened);
              }}
            >
              Why
            </Button>
          )}
        </div>
        <SayButtons like={like} offerId={offerId} />
      </div>
      {parts && (
        <Collapse expanded={opened} id={id} className={classes.wide}>
          <Why parts={parts} />
        </Collapse>
      )}
    </li>
  );
}

function Why({ parts }: { parts: MatchParts }) {
  return (
    <List size="sm" spacing={3} listStyleType="none">
      {reasons(parts).map(({ said, speaksFor }) => (
        <List.Item
          key={said}
          icon={
            speaksFor ? (
              <IconCheck size={14} color="var(--wl-price)" aria-label="For" />
            ) : (
              <IconX size={14} color="var(--mantine-color-error)" aria-label="Against" />
            )
          }
        >
          {said}
        </List.Item>
      ))}
    </List>
  );
}
