import { failed, told } from '@/components/toast';
import { type Api, got } from '@/lib/api';
import { plural } from '@/lib/format';
import type { LiveMessage } from '@/lib/live';
import { Problem } from '@/lib/problem';

/** More at once than this are counted rather than named. */
const NAMED = 2;

/** What deserves a word wherever a person is in the app: something went on sale, something came to its end. */
export async function tellOf(api: Api, messages: readonly LiveMessage[]): Promise<void> {
  const published = idsOf(messages, 'ListingPublished', 'listing_id');
  const ended = idsOf(messages, 'RunEnded', 'run_id');
  if (published.length > NAMED) told(`${plural(published.length, 'listing')} were published.`);
  else await Promise.all(published.map((id) => tellListing(api, id)));
  await Promise.all(ended.map((id) => tellRun(api, id)));
}

function idsOf(messages: readonly LiveMessage[], event: string, name: string): string[] {
  const found = messages.filter((one) => one.event === event).map((one) => one.ids[name]);
  return [...new Set(found)].filter((id) => id !== undefined);
}

async function tellListing(api: Api, id: string): Promise<void> {
  const path = { listing_id: id };
  const listing = await got(api.GET('/api/v1/listings/{listing_id}', { params: { path } }));
  told(`“${listing.title}” is published at ${listing.shop_name}.`);
}

async function tellRun(api: Api, id: string): Promise<void> {
  const run = await got(api.GET('/api/v1/runs/{run_id}', { params: { path: { run_id: id } } }));
  if (run.status === 'succeeded') told(`The run “${run.about}” is done.`);
  if (run.status !== 'failed') return;
  failed(
    new Problem({ status: -1, title: `The run “${run.about}” failed`, detail: run.reason ?? 'Its page says why.' }),
  );
}
