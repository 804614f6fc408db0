import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';

import { failed, told, toldWithUndo } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { count, plural } from '@/lib/format';
import { keys } from '@/lib/keys';
import type { Added, Collected, Collection, OfferConditions, Paged } from '@/lib/schema';

type Lists = InfiniteData<Paged<Collected>>;

/** Every list of the collection's offers that is on the screen, with `change` done to its rows. */
function changeRows(queries: QueryClient, id: string, change: (rows: Collected[]) => Collected[]): void {
  queries.setQueriesData<Lists>({ queryKey: keys.collected(id) }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) } : data,
  );
}

function useHeld(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  const settle = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: keys.collection(id) }),
      queries.invalidateQueries({ queryKey: keys.collectionLists }),
    ]);
  };
  return { api, queries, settle, path: { collection_id: id } };
}

/** What is removed can be put back: at once from the word about it, or within thirty days by the API. */
export function useRemoving({ id }: Pick<Collection, 'id'>) {
  const { api, queries, settle, path } = useHeld(id);
  const putBack = useMutation({
    mutationFn: (removal_id: string) =>
      got(
        api.POST('/api/v1/collections/{collection_id}/removals/{removal_id}/undo', {
          params: { path: { ...path, removal_id } },
        }),
      ),
    onSuccess: ({ added }) => {
      told(`${plural(added, 'offer')} put back.`);
    },
    onError: failed,
    onSettled: settle,
  });
  const offerWayBack = (removed: number, removal: string | null) => {
    const said = `${plural(removed, 'offer')} removed.`;
    if (removal === null) told(said);
    else
      toldWithUndo(said, () => {
        putBack.mutate(removal);
      });
  };

  const remove = useMutation({
    mutationFn: (offer: Collected) =>
      got(
        api.POST('/api/v1/collections/{collection_id}/removals', {
          params: { path },
          body: { offer_ids: [offer.id] },
        }),
      ),
    onMutate: async (offer) => {
      await queries.cancelQueries({ queryKey: keys.collected(id) });
      changeRows(queries, id, (rows) => rows.filter((one) => one.id !== offer.id));
    },
    onSuccess: ({ removed, removal_id }) => {
      offerWayBack(removed, removal_id);
    },
    onError: failed,
    onSettled: settle,
  });

  const removeMatching = useMutation({
    mutationFn: (wanted: OfferConditions) =>
      got(api.POST('/api/v1/collections/{collection_id}/removals/matching', { params: { path }, body: wanted })),
    onSuccess: ({ removed, removal_id }) => {
      offerWayBack(removed, removal_id);
    },
    onError: failed,
    onSettled: settle,
  });
  return { remove, removeMatching };
}

export function useNote({ id }: Pick<Collection, 'id'>) {
  const { api, queries, settle, path } = useHeld(id);
  return useMutation({
    mutationFn: ({ offer, note }: { offer: Collected; note: string | null }) =>
      got(
        api.PUT('/api/v1/collections/{collection_id}/offers/{offer_id}/note', {
          params: { path: { ...path, offer_id: offer.id } },
          body: { note },
        }),
      ),
    onMutate: async ({ offer, note }) => {
      await queries.cancelQueries({ queryKey: keys.collected(id) });
      changeRows(queries, id, (rows) => rows.map((one) => (one.id === offer.id ? { ...one, note } : one)));
    },
    onError: failed,
    onSettled: settle,
  });
}

export function useAddMatching({ id }: Pick<Collection, 'id'>) {
  const { api, settle, path } = useHeld(id);
  return useMutation({
    mutationFn: (wanted: OfferConditions & { note?: string }) =>
      got(api.POST('/api/v1/collections/{collection_id}/offers/matching', { params: { path }, body: wanted })),
    onSuccess: (answer) => {
      told(addedWords(answer));
    },
    onSettled: settle,
  });
}

/** "12 offers added; 3 were in it already." */
export function addedWords({ added, already, more }: Pick<Added, 'added' | 'already' | 'more'>): string {
  const before = already > 0 ? `; ${count(already)} ${already === 1 ? 'was' : 'were'} in it already` : '';
  return `${plural(added, 'offer')} added${before}.${more ? ' More were found: the first ones were taken.' : ''}`;
}
