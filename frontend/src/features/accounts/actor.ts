import { useQuery } from '@tanstack/react-query';

import { got } from '@/lib/api';
import { useApi, useMe } from '@/lib/context';
import { keys } from '@/lib/keys';

export function useMembers() {
  const api = useApi();
  return useQuery({
    queryKey: keys.members,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/members', { signal }))).items,
  });
}

/** The same within a sentence: "by you". */
export function within(actor: string): string {
  return { You: 'you', Schedule: 'the schedule', 'An API key': 'an API key', 'A member': 'a member' }[actor] ?? actor;
}

/** Who "user:0198…" is. Somebody who has left the workspace is "A member". */
export function useActorName(): (actor: string) => string {
  const me = useMe();
  const { data: members } = useMembers();
  return (actor) => {
    const [kind, id] = actor.split(':', 2);
    if (kind === 'schedule') return 'Schedule';
    if (kind === 'wareloom') return 'Wareloom';
    if (kind === 'key') return 'An API key';
    if (kind !== 'user') return actor;
    if (id === me?.id) return 'You';
    return members?.find((one) => one.id === id)?.name ?? 'A member';
  };
}
