import { Skeleton, Text } from '@mantine/core';

import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { money } from '@/lib/format';
import type { Like, Likes } from '@/lib/schema';

import { useLikes } from './likes';
import { LikeRow } from './LikeRow';
import classes from './likes.module.css';
import { OwnRow } from './OwnRow';
import { byPrice, lowestUsd } from './prices';
import { elsewhereWord } from './why';

/** The same product elsewhere, what may be the same, and what somebody here said is not. */
export function OfferMatches({ offerId }: { offerId: string }) {
  const { data: likes, ...query } = useLikes(offerId);
  return (
    <Panel title="Same product elsewhere" about={likes && <About likes={likes} />} flush>
      {query.isPending && <Skeleton h={72} mx={20} mb={20} />}
      {query.isError && !likes && (
        <div className={classes.inset}>
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {likes && <Lists likes={likes} />}
    </Panel>
  );
}

function About({ likes }: { likes: Likes }) {
  const lowest = lowestUsd(likes);
  if (likes.group.length === 0) return 'Found nowhere else yet.';
  return elsewhereWord(likes.group.length, lowest === null ? null : money(lowest, 'USD'));
}

function Lists({ likes }: { likes: Likes }) {
  const { offer, group, maybe, apart, lowest_id: lowest } = likes;
  if (group.length + maybe.length + apart.length === 0) {
    return (
      <Text size="sm" c="dimmed" className={classes.inset}>
        Offers are compared as they are collected, by their numbers, titles, pictures and prices. When one looks like
        this one, it stands here.
      </Text>
    );
  }
  return (
    <>
      {group.length > 0 && (
        <ul className={classes.list} aria-label="The same product">
          {byPrice([...group, null], offer).map((like) =>
            like === null ? (
              <OwnRow key={offer.id} offer={offer} lowest={lowest === offer.id} />
            ) : (
              <LikeRow key={like.offer.id} like={like} offerId={offer.id} lowest={lowest === like.offer.id} />
            ),
          )}
        </ul>
      )}
      <Others title="Perhaps the same: is it?" likes={maybe} offerId={offer.id} />
      <Others title="Said to be other products" likes={apart} offerId={offer.id} />
    </>
  );
}

function Others({ title, likes, offerId }: { title: string; likes: Like[]; offerId: string }) {
  if (likes.length === 0) return null;
  return (
    <>
      <Text component="h3" fw={600} size="sm" m={0} className={classes.between}>
        {title}
      </Text>
      <ul className={classes.list} aria-label={title}>
        {likes.map((like) => (
          <LikeRow key={like.offer.id} like={like} offerId={offerId} lowest={false} />
        ))}
      </ul>
    </>
  );
}
