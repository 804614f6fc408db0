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
  const opened = idsOf(messages, 'AlertOpened', 'alert_id');
  if (opened.length > NAMED) alarm(`${plural(opened.length, 'alert')} opened`, 'The list of alerts says what about.');
  else await Promise.all(opened.map((id) => tellAlert(api, id)));
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

async function tellAlert(api: Api, id: string): Promise<void> {
  const alert = await got(api.GET('/api/v1/alerts/{alert_id}', { params: { path: { alert_id: id } } }));
  alarm(`Alert about “${alert.subject}”`, alert.sentence);
}

function alarm(title: string, detail: string): void {
  failed(new Problem({ status: -1, title, detail }));
}

async function tellRun(api: Api, id: string): Promise<void> {
  const run = await got(api.GET('/api/v1/runs/{run_id}', { params: { path: { run_id: id } } }));
  if (run.status === 'succeeded') told(`The run “${run.about}” is done.`);
  if (run.status !== 'failed') return;
  alarm(`The run “${run.about}” failed`, run.reason ?? 'Its page says why.');
}
