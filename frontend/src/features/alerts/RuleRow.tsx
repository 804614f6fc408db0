import { Button, Group, Switch, Text } from '@mantine/core';

import { When } from '@/components/When';
import { failed } from '@/components/toast';
import { useActorName } from '@/features/accounts/actor';
import { useRights } from '@/lib/context';
import type { AlertRule } from '@/lib/schema';

import { byItself, changedWords, ruleWords, scopeOf, wishOf } from './rules';
import classes from './rules.module.css';
import { useRuling } from './ruling';
import { useScopeWords } from './scope';

/** One rule: for whom it holds, what it says, whether it is on. */
export function RuleRow({ rule, onChange }: { rule: AlertRule; onChange: () => void }) {
  const { work } = useRights();
  const actor = useActorName();
  const scope = useScopeWords()(rule);
  const ruling = useRuling();
  const enabled = ruling.isPending ? (ruling.variables.wish?.enabled ?? rule.enabled) : rule.enabled;
  const put = (wish: ReturnType<typeof wishOf> | null, said: string) => {
    ruling.mutate({ scope: scopeOf(rule), wish, said }, { onError: failed });
  };
  return (
    <li className={classes.row} data-testid="rule">
      <div style={{ minWidth: 0 }}>
        <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
          {scope}
        </Text>
        <Text size="xs" c="dimmed">
          {changedWords(rule, actor)}
          {rule.updated_at && (
            <>
              , <When at={rule.updated_at} />
            </>
          )}
        </Text>
      </div>
      <Text size="sm" className={classes.middle} {...(enabled ? {} : { c: 'dimmed' })}>
        {ruleWords(rule)}
      </Text>
      <Switch
        label={enabled ? 'On' : 'Off'}
        aria-label={`${scope}: on`}
        checked={enabled}
        disabled={!work || ruling.isPending}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          put({ ...wishOf(rule), enabled: on }, `The rule is ${on ? 'on' : 'off'}.`);
        }}
      />
      {work && (
        <Group gap={6} className={classes.acts}>
          <Button size="compact-sm" variant="default" aria-label={`Change: ${scope}`} onClick={onChange}>
            Change
          </Button>
          {!byItself(rule) && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Reset: ${scope}`}
              loading={ruling.isPending && ruling.variables.wish === null}
              onClick={() => {
                put(null, 'The rule is as it is by itself again.');
              }}
            >
              Reset
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}
