import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { LiveContext } from '@/features/live/context';
import { useLive } from '@/features/live/useLive';
import { useSession } from '@/lib/context';

import { useHearing } from './hearing';

/** Joins the socket to what is on the screen. */
export function LiveLink({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const wanted = useSession().status === 'in';
  const hearing = useHearing(queries);
  const status = useLive({ wanted, ...hearing });
  return <LiveContext value={status}>{children}</LiveContext>;
}
