import { given, type Search, text } from '@/lib/search';

/** Which entries of the audit trail are listed, as the address has it. */
export interface AuditSearch {
  actor?: string;
  act?: string;
}

export function auditSearch(search: Search): AuditSearch {
  return given<AuditSearch>({ actor: text(search, 'actor', 80), act: text(search, 'act', 80) });
}
