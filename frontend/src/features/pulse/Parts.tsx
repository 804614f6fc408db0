import { useNow } from '@/lib/now';

import { PartsTable } from './PartsTable';
import { momentsOf, perOf, sinceOf, USUAL_RANGE } from './period';
import { countsOf, usePulseParts } from './queries';
import { changed, type PulseSearch } from './search';

interface PartsProps {
  by: 'subject' | 'network';
  search: PulseSearch;
  onSearch: (next: PulseSearch) => void;
}

/** Each subject or each network beside the others, with its course; a single one is not told again. */
export function Parts({ by, search, onSearch }: PartsProps) {
  const { data: parts = [] } = usePulseParts(by, search);
  const now = useNow();
  const range = search.range ?? USUAL_RANGE;
  const per = perOf(range, undefined);
  if (parts.length < (by === 'subject' ? 2 : 1)) return null;
  const firsts = parts.flatMap(({ course }) => course.slice(0, 1).map(({ at }) => new Date(at).getTime()));
  const since = range === 'all' ? Math.min(now, ...firsts) : sinceOf(range, now);
  return (
    <PartsTable
      title={by === 'subject' ? 'By subject' : 'By network'}
      noun={by === 'subject' ? 'Subject' : 'Network'}
      moments={momentsOf(since, now, per)}
      per={per}
      rows={parts.map((part) => ({
        id: part.subject_id ?? part.network ?? '',
        title: part.title,
        counts: countsOf(part),
        course: part.course,
      }))}
      onChoose={(id) => {
        onSearch(changed(search, { [by]: id }));
      }}
    />
  );
}
