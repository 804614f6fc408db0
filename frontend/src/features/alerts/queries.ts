import { type InfiniteData, type QueryClient, useQuery } from '@tanstack/react-query';

import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Alert, AlertDetail, Paged } from '@/lib/schema';

import type { AlertSearch } from './search';

export function useAlerts(filter: AlertSearch, limit = 25) {
  const api = useApi();
  return usePaged<Alert>({
    queryKey: keys.alertList({ ...filter, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/alerts', {
          params: { query: { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
}

/** Of more than this it is only said that there are more. */
const COUNTED = 50;

/** The alerts that nobody takes care of yet: the mark on the way to them and the home page show the same. */
export function useOpenAlerts() {
  const { query, items } = useAlerts({ state: 'open' }, COUNTED);
  const open = items.filter(({ state }) => state === 'open');
  return { open, more: query.hasNextPage };
}

export function useAlert(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.alert(id),
    queryFn: ({ signal }) => got(api.GET('/api/v1/alerts/{alert_id}', { params: { path: { alert_id: id } }, signal })),
  });
}

/** What this workspace follows, with the networks that are listened to. */
export function useSubjects() {
  const api = useApi();
  return useQuery({
    queryKey: keys.alertSubjects,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/subjects', { signal }))).items,
  });
}

/** Networks by name and title, of whatever is followed. */
export function useNetworks(): { name: string; title: string }[] {
  const { data: subjects = [] } = useSubjects();
  const titles = new Map(subjects.flatMap(({ networks }) => networks.map(({ network, title }) => [network, title])));
  return [...titles].map(([name, title]) => ({ name, title }));
}

/** What people call a network; its own name until the list is there. Null is all of them together. */
export function useNetworkTitle(): (name: string | null) => string {
  const networks = useNetworks();
  return (name) => (name === null ? 'All networks' : (networks.find((one) => one.name === name)?.title ?? name));
}

/** Puts how an alert stands into its page and every list that shows it. */
export function placeAlert(queries: QueryClient, alert: Alert): void {
  const stands = <T extends Alert>(row: T): T => (row.id === alert.id ? { ...row, ...alert } : row);
  queries.setQueryData<AlertDetail>(keys.alert(alert.id), (row) => row && stands(row));
  queries.setQueriesData<InfiniteData<Paged<Alert>>>({ queryKey: keys.alertLists }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(stands) })) } : data,
  );
}
