import { Facts } from '@/components/Facts';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { count, lasted, money } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Run } from '@/lib/schema';

export function RunFacts({ run }: { run: Run }) {
  const actor = useActorName();
  const now = useNow();
  const { cost } = run;
  const facts: [string, React.ReactNode][] = [
    ['Started by', actor(run.started_by)],
    ['Asked for', <When key="asked" at={run.created_at} />],
    ['Took', run.started_at === null ? 'Not begun' : lasted(run.started_at, run.ended_at ?? now)],
    ['Attempts', count(run.attempt)],
    ['Cost', money(cost.money, 'USD')],
    ['Paid calls', count(cost.calls)],
    ['Tokens in and out', `${count(cost.tokens_in)} / ${count(cost.tokens_out)}`],
    ['Images', count(cost.images)],
  ];
  return (
    <Panel title="How it goes, and what it cost">
      <Facts facts={facts} least={140} />
    </Panel>
  );
}
