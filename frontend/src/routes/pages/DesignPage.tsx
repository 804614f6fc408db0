import { Button, Group } from '@mantine/core';
import { IconBrush, IconRefresh } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { Awaited } from '@/components/Awaited';
import { BackLink } from '@/components/BackLink';
import { Page } from '@/components/Page';
import { failed, told } from '@/components/toast';
import { useDrawAgain } from '@/features/designs/again';
import { DesignView } from '@/features/designs/DesignView';
import { EditDesign } from '@/features/designs/EditDesign';
import { variantWord } from '@/features/designs/facts';
import { useDesign } from '@/features/designs/queries';
import { ListingsOf } from '@/features/listings/ListingsOf';
import { useRights } from '@/lib/context';
import type { DesignDetail } from '@/lib/schema';

const route = getRouteApi('/inside/designs/$designId');

export function DesignPage() {
  const { designId } = route.useParams();
  const { data: design, ...query } = useDesign(designId);
  const { work } = useRights();
  return (
    <Page
      title={design ? `“${design.slogan}”` : 'Design'}
      tab={design?.slogan ?? 'Design'}
      about={design && variantWord(design.variant)}
      above={<BackLink to="/designs" all="All designs" />}
      actions={design && work && design.status !== 'planned' && <Again key={design.id} design={design} />}
    >
      <Awaited query={query} there={design !== undefined} heights={[520, 170]} />
      {design && <DesignView key={design.id} design={design} listings={<ListingsOf designId={design.id} />} />}
    </Page>
  );
}

function Again({ design }: { design: DesignDetail }) {
  const navigate = route.useNavigate();
  const again = useDrawAgain(design.id);
  const [editing, setEditing] = useState(false);
  const goTo = (drawn: DesignDetail) => {
    told('It is being drawn.');
    void navigate({ to: '/designs/$designId', params: { designId: drawn.id } });
  };
  return (
    <Group gap="sm">
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={again.isPending}
        onClick={() => {
          again.mutate({}, { onSuccess: goTo, onError: failed });
        }}
      >
        Another take
      </Button>
      <Button
        leftSection={<IconBrush size={16} aria-hidden />}
        onClick={() => {
          setEditing(true);
        }}
      >
        Edit and draw again
      </Button>
      <EditDesign
        design={design}
        opened={editing}
        onClose={() => {
          setEditing(false);
        }}
        onDrawn={(drawn) => {
          setEditing(false);
          goTo(drawn);
        }}
      />
    </Group>
  );
}
