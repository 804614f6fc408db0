import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, toldWithUndo } from '@/components/toast';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Like, Likes, MatchWord } from '@/lib/schema';

import { moved } from './moved';

/** The same product elsewhere, as this workspace sees it. */
export function useLikes(offerId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.likes(offerId),
    queryFn: ({ signal }) =>
      got(api.GET('/api/v1/offers/{offer_id}/matches', { params: { path: { offer_id: offerId } }, signal })),
  });
}

interface Word {
  like: Like;
  /** Null takes back what was said. */
  word: MatchWord | null;
  /** Somebody takes back what they have just said: nothing more is to be told of it. */
  undoing?: boolean;
}

/** A person's word on two offers. It shows as said while it is on its way, and can be taken back. */
export function useSay(offerId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const key = keys.likes(offerId);
  const say = useMutation({
    mutationFn: async ({ like, word }: Word) => {
      const params = { path: { first_id: offerId, second_id: like.offer.id } };
      if (word === null) await done(api.DELETE('/api/v1/matches/{first_id}/{second_id}', { params }));
      else await got(api.PUT('/api/v1/matches/{first_id}/{second_id}', { params, body: { verdict: word } }));
    },
    onMutate: async ({ like, word }) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData<Likes>(key);
      queries.setQueryData<Likes>(key, (likes) => (likes ? moved(likes, like.offer.id, word) : likes));
      return { before };
    },
    onSuccess: (_nothing, { like, word, undoing = false }) => {
      if (undoing) return;
      const earlier = like.override?.verdict ?? null;
      toldWithUndo(wordSaid(like, word), () => {
        say.mutate({ like, word: earlier, undoing: true });
      });
    },
    onError: (error, _word, context) => {
      queries.setQueryData(key, context?.before);
      failed(error);
    },
    // A word joins or parts whole groups: other offers see it too.
    onSettled: () => queries.invalidateQueries({ queryKey: keys.matches }),
  });
  return say;
}

function wordSaid({ offer }: Like, word: MatchWord | null): string {
  if (word === null) return `What was said of “${offer.title}” is taken back.`;
  return word === 'same' ? `“${offer.title}” is the same product.` : `“${offer.title}” is another product.`;
}
