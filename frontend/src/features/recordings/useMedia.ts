import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';

/** A fresh address that fails so soon after another one does not fail because of its age. */
const TOO_SOON_MS = 10_000;

/** Where a recording plays from. The address stays the same while it plays, and is asked for anew once it has run out. */
export function useMedia(id: string) {
  const api = useApi();
  const query = useQuery({
    queryKey: keys.media(id),
    queryFn: ({ signal }) =>
      got(api.GET('/api/v1/recordings/{recording_id}/media', { params: { path: { recording_id: id } }, signal })),
    staleTime: Infinity,
    gcTime: 0,
  });
  const [held, setHeld] = useState<{ url: string; at: number } | null>(null);
  const [broken, setBroken] = useState(false);
  if (held === null && query.data !== undefined) setHeld({ url: query.data.url, at: query.dataUpdatedAt });

  const renew = async (byHand = false) => {
    if (!byHand && held !== null && Date.now() - held.at < TOO_SOON_MS) {
      setBroken(true);
      return;
    }
    const { data } = await query.refetch();
    setBroken(data === undefined || (!byHand && data.url === held?.url));
    if (data !== undefined) setHeld({ url: data.url, at: Date.now() });
  };
  return { url: held?.url ?? null, error: held === null ? query.error : null, broken, renew };
}
