import { Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { useRights } from '@/lib/context';
import type { AlertRule } from '@/lib/schema';

import { RuleForm } from './RuleForm';
import { RulePanel } from './RulePanel';
import { KINDS } from './rules';
import { useRules } from './ruling';

/** What is asked for: a rule as it stands, or another one beside it for one subject or network. */
export interface Asked {
  rule: AlertRule;
  another: boolean;
}

export function Rules() {
  const { work } = useRights();
  const { data: rules, ...query } = useRules();
  const [asked, setAsked] = useState<Asked | null>(null);
  if (query.isPending) {
    return (
      <Stack role="status" aria-label="Loading">
        <Skeleton h={170} radius="lg" />
        <Skeleton h={170} radius="lg" />
        <Skeleton h={170} radius="lg" />
      </Stack>
    );
  }
  if (!rules) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="lg">
      {!work && (
        <Text size="sm" c="dimmed">
          Viewers only look. A member or an owner of the workspace can change the rules.
        </Text>
      )}
      {KINDS.map((words) => (
        <RulePanel
          key={words.kind}
          words={words}
          rules={rules.filter(({ kind }) => kind === words.kind)}
          onAsk={setAsked}
        />
      ))}
      <RuleForm
        asked={asked}
        onClose={() => {
          setAsked(null);
        }}
      />
    </Stack>
  );
}
