import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';

import { Panel } from '@/components/Panel';
import { useRights } from '@/lib/context';
import type { AlertRule } from '@/lib/schema';

import { RuleRow } from './RuleRow';
import type { Asked } from './Rules';
import { KINDS } from './rules';
import classes from './rules.module.css';

interface RulePanelProps {
  words: (typeof KINDS)[number];
  rules: AlertRule[];
  onAsk: (asked: Asked) => void;
}

/** One kind of alert: the rule for all that is followed, then those for one subject or network. */
export function RulePanel({ words, rules, onAsk }: RulePanelProps) {
  const { work } = useRights();
  const [first] = rules;
  return (
    <Panel
      flush
      title={words.title}
      about={words.about}
      action={
        work &&
        first && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={`${words.title}: a rule for one subject or network`}
            onClick={() => {
              onAsk({ rule: first, another: true });
            }}
          >
            For one subject or network
          </Button>
        )
      }
    >
      <ul className={classes.list} data-first-line aria-label={words.title}>
        {rules.map((rule) => (
          <RuleRow
            key={`${rule.subject_id ?? ''}/${rule.network ?? ''}`}
            rule={rule}
            onChange={() => {
              onAsk({ rule, another: false });
            }}
          />
        ))}
      </ul>
    </Panel>
  );
}
