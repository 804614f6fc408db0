import { Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { CollectionActs } from '@/features/collections/CollectionActs';
import { CollectionView, Standing } from '@/features/collections/CollectionView';
import { ExportCollection } from '@/features/collections/ExportCollection';
import { useCollection } from '@/features/collections/queries';

const route = getRouteApi('/inside/collections/$collectionId');

export function CollectionPage() {
  const { collectionId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: collection, ...query } = useCollection(collectionId);
  return (
    <Page
      title={collection?.name ?? 'Collection'}
      about={collection && <Standing collection={collection} />}
      above={
        <TextLink to="/collections" size="sm" w="fit-content">
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> All collections
        </TextLink>
      }
      actions={
        collection && (
          <Group gap="sm">
            <ExportCollection collection={collection} search={search} />
            <CollectionActs collection={collection} />
          </Group>
        )
      }
    >
      <Awaited query={query} there={collection !== undefined} heights={[120, 420]} />
      {collection && (
        <CollectionView
          collection={collection}
          search={search}
          onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
        />
      )}
    </Page>
  );
}
