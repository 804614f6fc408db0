import type { Like, Likes, MatchWord } from '@/lib/schema';

/** The lists as they will be once a word holds: the server is asked in the meantime, and has the last word. */
export function moved(likes: Likes, offerId: string, word: MatchWord | null): Likes {
  const found = [...likes.group, ...likes.maybe, ...likes.apart].find(({ offer }) => offer.id === offerId);
  if (found === undefined) return likes;
  const like: Like = {
    ...found,
    override: word === null ? null : { verdict: word, decided_by: '', decided_at: new Date().toISOString() },
  };
  const without = (all: Like[]) => all.filter(({ offer }) => offer.id !== offerId);
  const [group, maybe, apart] = [without(likes.group), without(likes.maybe), without(likes.apart)];
  const place = word === 'same' ? group : word === 'different' ? apart : found.verdict === 'same' ? group : maybe;
  place.push(like);
  return { ...likes, group, maybe, apart };
}
