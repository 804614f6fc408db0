import type { AlertRule } from '@/lib/schema';

import { useNetworks, useSubjects } from './queries';

/** For whom a rule holds: "All that is followed", "“cats” on Reddit". */
export function useScopeWords(): (rule: Pick<AlertRule, 'subject_id' | 'network'>) => string {
  const { data: subjects = [] } = useSubjects();
  const networks = useNetworks();
  return ({ subject_id, network }) => {
    const subject = subjects.find(({ id }) => id === subject_id)?.words;
    const whom = subject_id ? (subject === undefined ? 'A subject no longer followed' : `“${subject}”`) : null;
    if (!network) return whom ?? 'All that is followed';
    return `${whom ?? 'All that is followed'} on ${networks.find(({ name }) => name === network)?.title ?? network}`;
  };
}
