import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

import { failed, told } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi, useRights } from '@/lib/context';
import type { Collection, ExportWanted } from '@/lib/schema';

import { type CollectedSearch, isNarrowed, wantedOffers } from './search';

type As = Required<Pick<ExportWanted, 'what' | 'format'>>;

const FORMATS: [As['format'], string][] = [
  ['csv', 'CSV'],
  ['json', 'JSON lines'],
  ['parquet', 'Parquet'],
];

interface ExportCollectionProps {
  collection: Collection;
  search: CollectedSearch;
}

/** Begins an export of what the list shows, and goes where exports are watched and fetched. */
export function ExportCollection({ collection, search }: ExportCollectionProps) {
  const api = useApi();
  const { history } = useRouter();
  const { work } = useRights();
  const begin = useMutation({
    mutationFn: (as: As) =>
      got(
        api.POST('/api/v1/exports', {
          body: { ...as, byte_order_mark: false, filter: { ...wantedOffers(search), collection: collection.id } },
        }),
      ),
    onSuccess: () => {
      told(`The export of “${collection.name}” has begun.`);
      history.push('/exports');
    },
    onError: failed,
  });
  if (!work) return null;
  const choices = (what: As['what']) =>
    FORMATS.map(([format, word]) => (
      <Menu.Item
        key={format}
        onClick={() => {
          begin.mutate({ what, format });
        }}
      >
        {word}
      </Menu.Item>
    ));
  return (
    <Menu position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <Button
          variant="default"
          loading={begin.isPending}
          disabled={collection.offers_count === 0}
          leftSection={<IconFileExport size={16} aria-hidden />}
          rightSection={<IconChevronDown size={15} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{isNarrowed(search) ? 'Offers that fit the search' : 'Offers'}</Menu.Label>
        {choices('offers')}
        <Menu.Label>Every move of theirs</Menu.Label>
        {choices('history')}
        {collection.visibility !== 'workspace' && (
          <Text size="xs" c="dimmed" px={12} py={6} maw={230}>
            The whole workspace sees an export.
          </Text>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
