import { IconEye } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { ButtonLink } from '@/components/links';
import { Page } from '@/components/Page';
import { DesignGallery } from '@/features/designs/DesignGallery';
import { useDesignCounts } from '@/features/designs/queries';
import { narrowed, reviewSearch } from '@/features/designs/search';
import { count } from '@/lib/format';

const route = getRouteApi('/inside/designs');

export function DesignsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useDesignCounts();
  const waiting = data?.counts.waiting ?? 0;
  return (
    <Page
      title="Designs"
      about="What runs drew. Nothing is sold before somebody says yes."
      actions={
        waiting > 0 && (
          <ButtonLink
            to="/designs/review"
            search={reviewSearch({ ...search })}
            leftSection={<IconEye size={16} aria-hidden />}
          >
            {narrowed(search) ? 'Review those that wait' : `Review ${count(waiting)} waiting`}
          </ButtonLink>
        )
      }
    >
      <DesignGallery search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
