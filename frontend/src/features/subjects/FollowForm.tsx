import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconEar, IconPlus } from '@tabler/icons-react';

import { failed } from '@/components/toast';
import { useRights } from '@/lib/context';
import { fieldErrors, neededFault } from '@/lib/forms';
import { asProblem } from '@/lib/problem';

import { useFollow, useSuggestions } from './queries';
import { LONGEST } from './words';

/** Words that are listened for at every network, with the names of trends that may be worth it. */
export function FollowForm() {
  const { work } = useRights();
  const follow = useFollow();
  const form = useForm({
    mode: 'controlled',
    initialValues: { words: '' },
    validate: { words: neededFault('Say what to listen for.') },
  });
  if (!work) {
    return <Text c="dimmed">Your role is viewer. A member or an owner of the workspace can follow a subject.</Text>;
  }
  const submit = form.onSubmit(({ words }) => {
    follow.mutate(words.trim(), {
      onSuccess: () => {
        form.reset();
      },
      onError: (error) => {
        const problem = asProblem(error);
        form.setFieldError('words', fieldErrors(problem, ['words']).errors.words ?? problem.message);
      },
    });
  });
  return (
    <Stack gap="md">
      <form noValidate aria-label="Follow a subject" onSubmit={submit}>
        <Group gap="sm" align="flex-start">
          <TextInput
            label="Words to listen for"
            placeholder="For example: birth flower mug"
            autoComplete="off"
            maxLength={LONGEST}
            flex="1 1 240px"
            {...form.getInputProps('words')}
          />
          <Button
            type="submit"
            mt={{ base: 0, xs: 25 }}
            loading={follow.isPending}
            leftSection={<IconEar size={16} aria-hidden />}
          >
            Follow
          </Button>
        </Group>
      </form>
      <Suggestions
        busy={follow.isPending}
        onFollow={(words) => {
          follow.mutate(words, { onError: failed });
        }}
      />
    </Stack>
  );
}

function Suggestions({ busy, onFollow }: { busy: boolean; onFollow: (words: string) => void }) {
  const names = useSuggestions();
  if (names.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        Best trends
      </Text>
      <Group gap={6}>
        {names.map((name) => (
          <Button
            key={name}
            size="compact-sm"
            variant="light"
            maw="100%"
            disabled={busy}
            leftSection={<IconPlus size={13} aria-hidden />}
            aria-label={`Follow ${name}`}
            onClick={() => {
              onFollow(name);
            }}
          >
            {name}
          </Button>
        ))}
      </Group>
    </div>
  );
}
