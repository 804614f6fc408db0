import { Alert, Button, Group, Modal, NumberInput, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';

import { fieldErrors } from '@/lib/forms';
import { asProblem } from '@/lib/problem';

import { emptyFault, fieldsOf, isShare, KINDS, type RuleFields, scopeOf, wishFrom } from './rules';
import type { Asked } from './Rules';
import { ScopeFields } from './ScopeFields';
import { useRuling } from './ruling';
import { useScopeWords } from './scope';

const PLACES = ['enter', 'leave', 'min_sample', 'window_hours', 'cooldown_hours'] as const;

export function RuleForm({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  // What is asked about stays on the screen while the dialog fades.
  const [shown, setShown] = useState(asked);
  if (asked !== null && asked !== shown) setShown(asked);
  const title = KINDS.find(({ kind }) => kind === shown?.rule.kind)?.title ?? '';
  return (
    <Modal opened={asked !== null} onClose={onClose} title={title} size="md">
      {shown && <Form asked={shown} title={title} onClose={onClose} />}
    </Modal>
  );
}

function Form({ asked, title, onClose }: { asked: Asked; title: string; onClose: () => void }) {
  const { rule, another } = asked;
  const ruling = useRuling();
  const scopeWords = useScopeWords();
  const [scope, setScope] = useState(another ? { kind: rule.kind, subject: null, network: null } : scopeOf(rule));
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm<RuleFields>({
    mode: 'controlled',
    initialValues: fieldsOf(rule),
    validate: Object.fromEntries(PLACES.map((name) => [name, emptyFault])),
  });
  const aimless = another && scope.subject === null && scope.network === null;
  const submit = form.onSubmit((fields) => {
    setRest(aimless ? 'Choose a subject, a network, or both.' : null);
    if (aimless) return;
    ruling.mutate(
      { scope, wish: wishFrom(rule.kind, fields), said: 'The rule holds from now on.' },
      {
        onSuccess: onClose,
        onError: (error) => {
          const { errors, rest: left } = fieldErrors(asProblem(error), PLACES);
          form.setErrors(errors);
          setRest(left);
        },
      },
    );
  });
  return (
    <form onSubmit={submit} noValidate aria-label={title}>
      <Stack gap="md">
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        {another ? (
          <ScopeFields scope={scope} onScope={setScope} />
        ) : (
          <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
            {scopeWords(rule)}
          </Text>
        )}
        <Switch label="This rule is on" {...form.getInputProps('enabled', { type: 'checkbox' })} />
        <Numbers kind={rule.kind} place={form.getInputProps} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button type="submit" loading={ruling.isPending} disabled={!another && !form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface NumbersProps {
  kind: Asked['rule']['kind'];
  place: (name: (typeof PLACES)[number]) => object;
}

function Numbers({ kind, place }: NumbersProps) {
  const words = KINDS.find((one) => one.kind === kind);
  const unit = isShare(kind) ? { suffix: '%' } : {};
  return (
    <>
      <Text size="sm" c="dimmed">
        {words?.enter}: it opens over the one and closes under the other, so that it does not come and go.
      </Text>
      <SimpleGrid cols={2} spacing="md">
        <NumberInput label="Opens over" min={0} decimalScale={2} {...unit} {...place('enter')} />
        <NumberInput label="Closes under" min={0} decimalScale={2} {...unit} {...place('leave')} />
      </SimpleGrid>
      <NumberInput
        label="Posts needed"
        description={`${words?.sample ?? 'Posts'}. Of fewer nothing is said.`}
        allowDecimal={false}
        thousandSeparator=","
        {...place('min_sample')}
      />
      <SimpleGrid cols={2} spacing="md">
        <NumberInput label="Window" suffix=" h" allowDecimal={false} {...place('window_hours')} />
        <NumberInput label="Rest after closing" suffix=" h" allowDecimal={false} {...place('cooldown_hours')} />
      </SimpleGrid>
    </>
  );
}
