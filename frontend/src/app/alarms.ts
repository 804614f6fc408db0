import type { QueryClient } from '@tanstack/react-query';

import { failed, told } from '@/components/toast';
import { healthQuery, marketplacesQuery } from '@/features/marketplaces/queries';
import type { Api } from '@/lib/api';
import type { LiveMessage } from '@/lib/live';
import { Problem } from '@/lib/problem';
import type { Alarm, Marketplace } from '@/lib/schema';

/** A source reads worse, or is well again: said wherever a person is in the app, with the source's name. */
export async function tellAlarms(api: Api, queries: QueryClient, messages: readonly LiveMessage[]): Promise<void> {
  const ids = new Set(messages.filter((one) => one.event === 'SourceAlarmed').map((one) => one.ids.alarm_id));
  if (ids.size === 0) return;
  const marketplaces = await queries.query(marketplacesQuery(api));
  // The message does not say which source it is about.
  await Promise.all(marketplaces.map((one) => tellOfSource(api, queries, one, ids)));
}

async function tellOfSource(
  api: Api,
  queries: QueryClient,
  marketplace: Marketplace,
  ids: ReadonlySet<string | undefined>,
): Promise<void> {
  const health = await queries.query({ ...healthQuery(api, marketplace.name), staleTime: 0 });
  for (const alarm of health.alarms_kept) if (ids.has(alarm.id)) tell(marketplace, alarm);
}

function tell({ title }: Marketplace, { sentence, closed_at }: Alarm): void {
  if (closed_at !== null) told(`${title} is well again. It was: ${sentence}`);
  else failed(new Problem({ status: -1, title: `${title} reads worse than before`, detail: sentence }));
}
