import type { SubmittedPage } from '@/lib/schema';
import { count, plural } from '@/lib/format';

/** What came of a page, in words; null while it is not read. */
export function outcomeWords(page: SubmittedPage): string | null {
  const { outcome, offers_found, offers_new, offers_changed } = page;
  if (outcome === null) return null;
  if (outcome === 'empty') return 'Read, and it shows no offers.';
  if (outcome === 'blocked') return 'It is a page that keeps visitors out, not the one that was meant.';
  if (outcome === 'rejected') return 'It is none that we can read.';
  return `${plural(offers_found, 'offer')}, ${count(offers_new)} new, ${count(offers_changed)} changed`;
}

/** Why, where the page's own row says so: said beside the outcome, never twice. */
export function reasonWords({ reason, status }: SubmittedPage): string | null {
  return status === 'succeeded' ? null : reason;
}
