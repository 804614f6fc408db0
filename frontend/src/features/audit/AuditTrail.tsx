import { Select, Text, Tooltip } from '@mantine/core';

import { ListFailure } from '@/components/Failure';
import { Filters } from '@/components/FilterSelect';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';
import { useActorName, useMembers } from '@/features/accounts/actor';
import { got } from '@/lib/api';
import { useApi, useMe } from '@/lib/context';
import { dateTime } from '@/lib/format';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import { value, words } from '@/lib/readable';
import type { AuditEntry } from '@/lib/schema';

import { ACTS, actWords } from './acts';
import classes from './audit.module.css';
import type { AuditSearch } from './search';
import { subjectPlace } from './subject';

interface AuditTrailProps {
  search: AuditSearch;
  onSearch: (next: AuditSearch) => void;
}

export function AuditFilters({ search, onSearch }: AuditTrailProps) {
  const me = useMe();
  const { data: members } = useMembers();
  const people = members ?? (me ? [me] : []);
  const actors = [
    { value: '', label: 'Everybody' },
    ...people.map((one) => ({ value: `user:${one.id}`, label: one.id === me?.id ? `${one.name} (you)` : one.name })),
    { value: 'schedule', label: 'Schedule' },
    { value: 'wareloom', label: 'Wareloom' },
  ];
  const acts = [...new Set([...Object.keys(ACTS), ...(search.act === undefined ? [] : [search.act])])];
  return (
    <Filters>
      <Select
        aria-label="Who"
        size="xs"
        w={170}
        data={
          search.actor === undefined || actors.some((one) => one.value === search.actor)
            ? actors
            : [...actors, { value: search.actor, label: search.actor }]
        }
        value={search.actor ?? ''}
        onChange={(actor) => {
          onSearch({ ...(search.act === undefined ? {} : { act: search.act }), ...(actor ? { actor } : {}) });
        }}
      />
      <Select
        aria-label="Act"
        size="xs"
        w={210}
        searchable
        data={[
          { value: '', label: 'Every act' },
          ...acts.map((act) => ({ value: act, label: sentence(actWords(act)) })),
        ]}
        value={search.act ?? ''}
        onChange={(act) => {
          onSearch({ ...(search.actor === undefined ? {} : { actor: search.actor }), ...(act ? { act } : {}) });
        }}
      />
    </Filters>
  );
}

export function AuditTrail({ search, onSearch }: AuditTrailProps) {
  const api = useApi();
  const { query, items } = usePaged<AuditEntry>({
    queryKey: keys.auditList(search),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/audit', {
          params: { query: { ...search, limit: 50, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
  if (query.isPending) return <Rows count={8} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return (
      <NoneFits
        title="No entry is like that"
        all="Show every entry"
        onAll={() => {
          onSearch({});
        }}
      />
    );
  }
  return (
    <>
      <ol className={classes.list} aria-label="Audit trail" aria-busy={query.isPlaceholderData}>
        {items.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </ol>
      <LoadMore shown={items.length} noun="entry" query={query} />
    </>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const actor = useActorName();
  const facts = Object.entries(entry.facts);
  return (
    <li className={classes.entry}>
      <Tooltip label={`Digest ${entry.digest}`} multiline maw={320} style={{ overflowWrap: 'anywhere' }}>
        <span className={classes.number}>{entry.number}</span>
      </Tooltip>
      <div style={{ minWidth: 0 }}>
        <Text component="div">
          <b className={classes.who}>{actor(entry.actor)}</b> {actWords(entry.act)} {subjectPlace(entry.subject)}
        </Text>
        {facts.length > 0 && (
          <dl className={classes.facts}>
            {facts.map(([name, given]) => (
              <div key={name}>
                <dt>{words(name)}</dt>
                <dd>{value(given)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <time dateTime={entry.at} className={classes.time}>
        {dateTime(entry.at)}
      </time>
    </li>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
