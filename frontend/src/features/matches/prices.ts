import type { Like, Likes, MatchedOffer } from '@/lib/schema';

/** The cheapest first, in dollars; what has no such price comes last. Null stands for the offer itself. */
export function byPrice(likes: readonly (Like | null)[], own: MatchedOffer): (Like | null)[] {
  const price = (like: Like | null) => {
    const written = (like?.offer ?? own).price_usd;
    return written === null ? Infinity : Number(written);
  };
  return [...likes].sort((one, other) => {
    const [mine, theirs] = [price(one), price(other)];
    return mine === theirs ? 0 : mine - theirs;
  });
}

/** What the cheapest costs that is not sold out. */
export function lowestUsd({ offer, group, lowest_id }: Likes): string | null {
  const all = [offer, ...group.map((like) => like.offer)];
  return all.find(({ id }) => id === lowest_id)?.price_usd ?? null;
}
