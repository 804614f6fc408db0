import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { Failure } from '@/components/Failure';
import { told } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { fieldErrors } from '@/lib/forms';
import { keys } from '@/lib/keys';
import { asProblem } from '@/lib/problem';

import type { Choice } from './uploads';

/** A recording that lies on a public server. */
export function AddressForm({ choice }: { choice: Choice }) {
  const api = useApi();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { url: '', name: '' },
    validate: { url: addressFault },
    onValuesChange: () => {
      bring.reset();
    },
  });
  const bring = useMutation({
    mutationFn: ({ url, name }: { url: string; name: string }) =>
      got(
        api.POST('/api/v1/recordings/by-address', {
          body: { url: url.trim(), name: name.trim() || nameIn(url), ...choice },
        }),
      ),
    onSuccess: (row) => {
      form.reset();
      told(`“${row.name}” is being brought.`);
      void queries.invalidateQueries({ queryKey: keys.recordings });
    },
  });
  const faults = bring.error === null ? null : fieldErrors(asProblem(bring.error), ['url', 'name']);
  const rest = faults?.rest ?? null;
  return (
    <form
      noValidate
      aria-label="Bring a recording from an address"
      onSubmit={form.onSubmit((wanted) => {
        bring.mutate(wanted);
      })}
    >
      <Stack gap="md">
        {rest !== null && <Failure error={bring.error} />}
        <TextInput
          label="Address of the file"
          description="Of the sound or film itself, not of a page that plays it."
          placeholder="https://example.com/talk.mp3"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          {...form.getInputProps('url')}
          error={form.errors.url ?? faults?.errors.url}
        />
        <TextInput
          label="Name"
          placeholder={nameIn(form.values.url)}
          maxLength={200}
          {...form.getInputProps('name')}
          error={faults?.errors.name}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={bring.isPending}>
            Bring it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function addressFault(written: string): string | null {
  return /^https?:\/\/[^\s/]+/i.test(written.trim()) ? null : 'Write the whole address, from https:// on.';
}

/** What the address ends with. */
export function nameIn(address: string): string {
  const last = address.trim().split(/[?#]/, 1)[0]?.split('/').slice(3).findLast(Boolean) ?? '';
  try {
    return (decodeURIComponent(last) || 'Recording').slice(0, 200);
  } catch {
    return last.slice(0, 200) || 'Recording';
  }
}
