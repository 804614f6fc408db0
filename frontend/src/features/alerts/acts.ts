import { useMutation, useQueryClient } from '@tanstack/react-query';

import { failed, toldWithUndo } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi, useMe } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Alert } from '@/lib/schema';

import { placeAlert } from './queries';

const REOPENS_MS = 15 * 60_000;

export interface Act {
  act: 'acknowledge' | 'reopen' | 'close';
  /** Why it is closed. */
  reason?: string;
}
type Wanted = Act & { alert: Alert };

/** What a person closed may have been a slip of the hand, for a while. */
export function mayReopen(alert: Alert, now: number): boolean {
  return (
    alert.closed_why === 'person' && alert.closed_at !== null && now - new Date(alert.closed_at).getTime() < REOPENS_MS
  );
}

/** How the alert will stand: shown at once, before the server says so. */
export function foretold(alert: Alert, { act, reason = '' }: Act, actor: string, at: string): Alert {
  if (act === 'acknowledge') return { ...alert, state: 'acknowledged', acknowledged_at: at, acknowledged_by: actor };
  if (act === 'close')
    return { ...alert, state: 'closed', closed_at: at, closed_why: 'person', closed_by: actor, reason };
  const state = alert.acknowledged_at === null ? 'open' : 'acknowledged';
  return { ...alert, state, closed_at: null, closed_why: null, closed_by: null, reason: null };
}

/** Take care of an alert, close it, or take that back. What is refused stands again as it was, with the why. */
export function useAct() {
  const api = useApi();
  const queries = useQueryClient();
  const actor = `user:${useMe()?.id ?? ''}`;
  const acting = useMutation({
    mutationFn: ({ alert, act, reason = '' }: Wanted) => {
      const params = { path: { alert_id: alert.id } };
      if (act === 'acknowledge') return got(api.POST('/api/v1/alerts/{alert_id}/acknowledge', { params }));
      if (act === 'reopen') return got(api.POST('/api/v1/alerts/{alert_id}/reopen', { params }));
      return got(api.POST('/api/v1/alerts/{alert_id}/close', { params, body: { reason } }));
    },
    onMutate: async ({ alert, ...wanted }) => {
      await queries.cancelQueries({ queryKey: keys.alertLists });
      placeAlert(queries, foretold(alert, wanted, actor, new Date().toISOString()));
    },
    onSuccess: (alert, wanted) => {
      placeAlert(queries, alert);
      if (wanted.act !== 'close') return;
      toldWithUndo(`The alert about “${alert.subject}” is closed.`, () => {
        acting.mutate({ alert, act: 'reopen' });
      });
    },
    onError: (error, { alert }) => {
      placeAlert(queries, alert);
      failed(error);
    },
    onSettled: (_, __, { alert }) => {
      void queries.invalidateQueries({ queryKey: keys.alert(alert.id) });
      void queries.invalidateQueries({ queryKey: keys.alertLists });
    },
  });
  return acting;
}
