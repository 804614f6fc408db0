import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, toldWithUndo } from '@/components/toast';
import { type Api, done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { AlertRule, AlertRuleWish } from '@/lib/schema';

import { byItself, type RuleScope, sameScope, scopeOf, wishOf } from './rules';

export function useRules() {
  const api = useApi();
  return useQuery({
    queryKey: keys.alertRules,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/alert-rules', { signal }))).items,
  });
}

/** What is wanted of a rule; null takes back whatever was wanted of it. */
export interface Ruling {
  scope: RuleScope;
  wish: AlertRuleWish | null;
}

interface Told extends Ruling {
  /** What is said when it is done. Without it nothing is said: it was taken back. */
  said?: string;
}

/** How a rule is put back to where it was. */
export function undone(rules: readonly AlertRule[], scope: RuleScope): Ruling {
  const before = rules.find((rule) => sameScope(scopeOf(rule), scope));
  return { scope, wish: before === undefined || byItself(before) ? null : wishOf(before) };
}

/** Changes a rule or takes a change back; either can be undone. */
export function useRuling() {
  const api = useApi();
  const queries = useQueryClient();
  const fresh = () => queries.invalidateQueries({ queryKey: keys.alertRules });
  const back = useMutation({
    mutationFn: (ruling: Ruling) => rule(api, ruling),
    onError: failed,
    onSettled: fresh,
  });
  return useMutation({
    mutationFn: (ruling: Told) => rule(api, ruling),
    onMutate: ({ scope }: Told) => undone(queries.getQueryData<AlertRule[]>(keys.alertRules) ?? [], scope),
    onSuccess: (_, { said }, before) => {
      if (said === undefined) return;
      toldWithUndo(said, () => {
        back.mutate(before);
      });
    },
    onSettled: fresh,
  });
}

async function rule(api: Api, { scope: { kind, subject, network }, wish }: Ruling): Promise<void> {
  const query = { ...(subject === null ? {} : { subject }), ...(network === null ? {} : { network }) };
  const params = { path: { kind }, query };
  if (wish === null) await done(api.DELETE('/api/v1/alert-rules/{kind}', { params }));
  else await got(api.PUT('/api/v1/alert-rules/{kind}', { params, body: wish }));
}
