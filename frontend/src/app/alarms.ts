import type { QueryClient } from '@tanstack/react-query';

import { failed, told } from '@/components/toast';
import { marketplacesQuery } from '@/features/marketplaces/queries';
import { type Api, got } from '@/lib/api';
import type { LiveMessage } from '@/lib/live';
import { Problem } from '@/lib/problem';
import type { Alarm } from '@/lib/schema';

/** A source reads worse, or is well again: said wherever a person is in the app, with the source's name. */
export async function tellAlarms(api: Api, queries: QueryClient, messages: readonly LiveMessage[]): Promise<void> {
  const ids = new Set(messages.filter((one) => one.event === 'SourceAlarmed').map((one) => one.ids.alarm_id));
  if (ids.size === 0) return;
  const [marketplaces, { items: alarms }] = await Promise.all([
    queries.query(marketplacesQuery(api)),
    got(api.GET('/api/v1/marketplaces/alarms')),
  ]);
  const title = (name: string) => marketplaces.find((one) => one.name === name)?.title ?? name;
  for (const alarm of alarms) if (ids.has(alarm.id)) tell(title(alarm.marketplace), alarm);
}

function tell(title: string, { sentence, closed_at }: Alarm): void {
  if (closed_at !== null) told(`${title} is well again. It was: ${sentence}`);
  else failed(new Problem({ status: -1, title: `${title} reads worse than before`, detail: sentence }));
}
