import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { ImportActs } from '@/features/imports/ImportActs';
import { ImportView } from '@/features/imports/ImportView';
import { useImport } from '@/features/imports/queries';
import { UploadBadge } from '@/features/imports/UploadBadge';

const route = getRouteApi('/inside/imports/$importId');

export function ImportPage() {
  const { importId } = route.useParams();
  const { data: row, ...query } = useImport(importId);
  return (
    <Page
      title={row?.name ?? 'Import'}
      about={row && <UploadBadge status={row.status} tried={row.dry_run} />}
      above={
        <TextLink to="/imports" size="sm" w="fit-content">
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> All imports
        </TextLink>
      }
      actions={row && <ImportActs row={row} />}
    >
      <Awaited query={query} there={row !== undefined} heights={[150, 320]} />
      {row && <ImportView row={row} />}
    </Page>
  );
}
