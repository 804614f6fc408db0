import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFileText, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';

import { DropZone } from '@/components/DropZone';
import { Failure } from '@/components/Failure';
import { Sending } from '@/components/Sending';
import { told } from '@/components/toast';
import { useSending } from '@/components/useSending';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { fileSize } from '@/lib/format';
import { fieldErrors } from '@/lib/forms';
import { keys } from '@/lib/keys';
import type { Problem } from '@/lib/problem';
import type { SubmittedPage } from '@/lib/schema';

interface Wanted {
  url: string;
  file: File | null;
}

/** The address that a browser showed, and what it saved there. */
export function SubmitPage() {
  const api = useApi();
  const queries = useQueryClient();
  const { underway, problem, send, cancel, forget } = useSending<SubmittedPage>();
  const form = useForm<Wanted>({
    mode: 'controlled',
    initialValues: { url: '', file: null },
    validate: { url: addressFault, file: (file) => (file === null ? 'Choose the saved file.' : null) },
    onValuesChange: forget,
  });
  const submit = form.onSubmit(async ({ url, file }) => {
    if (file === null) return;
    const page = await send(file, {
      announce: () => got(api.POST('/api/v1/submitted-pages', { body: { url: url.trim(), size: file.size } })),
      begin: (id) => got(api.POST('/api/v1/submitted-pages/{page_id}/start', { params: { path: { page_id: id } } })),
      drop: (id) => done(api.POST('/api/v1/submitted-pages/{page_id}/cancel', { params: { path: { page_id: id } } })),
    });
    await queries.invalidateQueries({ queryKey: keys.submittedPages });
    if (page === null) return;
    told('The page is handed in. Its result stands below in a moment.');
    form.reset();
  });
  const faults = problem === null ? null : fieldErrors(problem, ['url', 'size']);
  if (underway !== null) return <Sending file={underway.file} share={underway.share} onCancel={cancel} />;
  return (
    <form noValidate aria-label="Hand in a saved page" onSubmit={submit}>
      <Stack gap="md">
        {problem !== null && <Why problem={problem} about={faults?.rest ?? faults?.errors.size ?? null} />}
        <TextInput
          label="Address of the page"
          description="As the browser’s own line showed it."
          placeholder="https://www.etsy.com/search?q=cat+mug"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          {...form.getInputProps('url')}
          error={form.errors.url ?? faults?.errors.url}
        />
        {form.values.file === null ? (
          <DropZone
            label="Drop the saved page here, or choose it"
            about="HTML alone, or JSON; up to 20 MB."
            accept=".html,.htm,.xhtml,.json,.txt"
            onFile={(file) => {
              form.setFieldValue('file', file);
            }}
          />
        ) : (
          <Chosen
            file={form.values.file}
            onOff={() => {
              form.setFieldValue('file', null);
            }}
          />
        )}
        {form.errors.file !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {form.errors.file}
          </Text>
        )}
        <Group justify="flex-end">
          <Button type="submit">Hand it in</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A refusal that is about a field says so there; everything else is said here. */
function Why({ problem, about }: { problem: Problem; about: string | null }) {
  if (problem.status === 422) {
    return (
      <Alert color="madder" role="alert">
        {problem.message}
      </Alert>
    );
  }
  return about !== null && <Failure error={problem} />;
}

function Chosen({ file, onOff }: { file: File; onOff: () => void }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <IconFileText size={20} stroke={1.6} aria-hidden style={{ flex: 'none' }} />
      <Text truncate miw={0}>
        {file.name}
      </Text>
      <Text size="sm" c="dimmed" className="num" flex="none">
        {fileSize(file.size)}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        flex="none"
        leftSection={<IconX size={14} aria-hidden />}
        onClick={onOff}
      >
        Another one
      </Button>
    </Group>
  );
}

function addressFault(written: string): string | null {
  return /^https?:\/\/[^\s/]+\.[^\s]+/i.test(written.trim()) ? null : 'Write the whole address, from https:// on.';
}
