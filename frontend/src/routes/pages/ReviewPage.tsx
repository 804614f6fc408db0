import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { Review } from '@/features/designs/Review';

const route = getRouteApi('/inside/designs/review');

export function ReviewPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page
      title="Review"
      above={
        <TextLink to="/designs" search={search} size="sm" w="fit-content">
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> Designs
        </TextLink>
      }
    >
      <Review
        key={JSON.stringify(search)}
        search={search}
        onOpen={({ id }) => void navigate({ to: '/designs/$designId', params: { designId: id } })}
        onLeave={() => void navigate({ to: '/designs', search })}
      />
    </Page>
  );
}
