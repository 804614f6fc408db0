import { Group, Radio, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { DropZone } from '@/components/DropZone';
import { Failure } from '@/components/Failure';
import { Rows } from '@/components/Rows';
import { Sending } from '@/components/Sending';
import { useSending } from '@/components/useSending';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { ImportKind } from '@/lib/schema';

import { useImportKinds } from './queries';

/** As long as the API takes a name. */
const LONGEST_NAME = 120;

/** What is in a file, and the file: once it is there, its own page shows how it would be read. */
export function NewImport() {
  const kinds = useImportKinds();
  if (kinds.isPending) return <Rows count={2} />;
  if (kinds.isError) return <Failure error={kinds.error} onRetry={() => void kinds.refetch()} />;
  return <NewImportForm kinds={kinds.data} />;
}

function NewImportForm({ kinds }: { kinds: ImportKind[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState(kinds[0]?.name ?? 'offers');
  const { underway, problem, send, cancel } = useSending<string>();

  const begin = async (file: File) => {
    const name = file.name.slice(0, LONGEST_NAME);
    const importId = await send(file, {
      announce: () => got(api.POST('/api/v1/imports', { body: { kind, name, size: file.size } })),
      begin: (id) => Promise.resolve(id),
      drop: (id) => done(api.POST('/api/v1/imports/{import_id}/cancel', { params: { path: { import_id: id } } })),
    });
    void queries.invalidateQueries({ queryKey: keys.imports });
    if (importId !== null) await navigate({ to: '/imports/$importId', params: { importId } });
  };
  return (
    <Stack gap="md">
      <Radio.Group label="What is in the file?" value={kind} onChange={setKind}>
        <Group gap="lg" mt={6} align="flex-start">
          {kinds.map(({ name, title, about }) => (
            <Radio key={name} value={name} label={title} description={about} maw={380} disabled={underway !== null} />
          ))}
        </Group>
      </Radio.Group>
      {problem !== null && <Failure error={problem} />}
      {underway === null ? (
        <DropZone
          label="Drop a file here, or choose one"
          about="CSV, JSON or JSON lines, up to 1 GB. You see how it is read before anything is kept."
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
          onFile={(file) => void begin(file)}
        />
      ) : (
        <Sending file={underway.file} share={underway.share} onCancel={cancel} />
      )}
    </Stack>
  );
}
