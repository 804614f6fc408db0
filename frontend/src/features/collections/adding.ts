import { useMutation, useQueryClient } from '@tanstack/react-query';

import { failed, told, toldWithUndo } from '@/components/toast';
import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { count, plural } from '@/lib/format';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Added, Collection, Holding, OfferConditions } from '@/lib/schema';

/** What is to be added: these offers, or all that match. */
export type Adding = { offer_ids: string[] } | { matching: OfferConditions };

/** The most that the API takes in one request. */
const AT_ONCE = 2000;

/** The collections that one may see, the latest changed first; those that one may change come with `may`. */
export function useCollectionChoice(query: string, enabled: boolean) {
  const api = useApi();
  return usePaged<Collection>({
    queryKey: keys.collectionList({ query, choice: true }),
    enabled,
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/collections', {
          params: {
            query: {
              sort: '-updated_at',
              limit: 50,
              ...(query === '' ? {} : { query }),
              ...(cursor === undefined ? {} : { cursor }),
            },
          },
          signal,
        }),
      ),
  });
}

/** The collections that hold an offer, with what is written beside it there. */
export function useHoldings(offerId: string) {
  const api = useApi();
  return usePaged<Holding>({
    queryKey: keys.holdings(offerId),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/offers/{offer_id}/collections', {
          params: {
            path: { offer_id: offerId },
            query: { limit: 50, ...(cursor === undefined ? {} : { cursor }) },
          },
          signal,
        }),
      ),
  });
}

export function useMakeCollection() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { name: string; visibility: Collection['visibility'] }) =>
      got(api.POST('/api/v1/collections', { body: { description: '', ...wanted } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.collections }),
  });
}

interface Wanted {
  to: Pick<Collection, 'id' | 'name'>;
  adding: Adding;
  note: string;
}

export function useAdd() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: Wanted) => add(api, wanted),
    onSuccess: (added, { to, adding }) => {
      const said = addedWords(added, to.name);
      // What was in it before must stay there, and nobody says which those were.
      if ('matching' in adding || added.already > 0 || added.added === 0) told(said);
      else toldWithUndo(said, () => void takeBack(api, to.id, adding.offer_ids).catch(failed));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.collections }),
  });
}

async function add(api: Api, { to, adding, note }: Wanted): Promise<Added> {
  const params = { path: { collection_id: to.id } };
  const written = note.trim() === '' ? null : note.trim();
  if ('matching' in adding) {
    const body = { ...adding.matching, note: written };
    return got(api.POST('/api/v1/collections/{collection_id}/offers/matching', { params, body }));
  }
  let sum: Added | null = null;
  for (const offer_ids of slices(adding.offer_ids, AT_ONCE)) {
    const body = { offer_ids, note: written };
    const added = await got(api.POST('/api/v1/collections/{collection_id}/offers', { params, body }));
    sum = sum === null ? added : together(sum, added);
  }
  return sum ?? { added: 0, already: 0, unknown: [], more: false, offers_count: 0 };
}

async function takeBack(api: Api, id: string, ids: readonly string[]): Promise<void> {
  for (const offer_ids of slices(ids, AT_ONCE))
    await got(
      api.POST('/api/v1/collections/{collection_id}/removals', {
        params: { path: { collection_id: id } },
        body: { offer_ids },
      }),
    );
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

function together(one: Added, other: Added): Added {
  return {
    added: one.added + other.added,
    already: one.already + other.already,
    unknown: [...one.unknown, ...other.unknown],
    more: one.more || other.more,
    offers_count: other.offers_count,
  };
}

/** "12 offers added to “Mugs”; 3 were in it already." */
export function addedWords({ added, already, unknown, more }: Added, name: string): string {
  const first = added === 0 ? `No offer was added to “${name}”` : `${plural(added, 'offer')} added to “${name}”`;
  const rest = [
    already > 0 && `${count(already)} ${already === 1 ? 'was' : 'were'} in it already`,
    unknown.length > 0 && `${count(unknown.length)} ${unknown.length === 1 ? 'is' : 'are'} no longer there`,
    more && 'there were more, and only the first were taken',
  ].filter((part) => part !== false);
  return `${[first, ...rest].join('; ')}.`;
}
