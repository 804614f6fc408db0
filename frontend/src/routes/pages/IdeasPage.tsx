import { getRouteApi } from '@tanstack/react-router';

import { ExportButton } from '@/components/ExportButton';
import { Page } from '@/components/Page';
import { ideasCsv } from '@/features/ideas/exportCsv';
import { IdeaDrawer } from '@/features/ideas/IdeaDrawer';
import { IdeaList } from '@/features/ideas/IdeaList';
import { changed } from '@/features/ideas/search';
import { useApi } from '@/lib/context';

const route = getRouteApi('/inside/ideas');

export function IdeasPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const { idea, ...filter } = search;
  return (
    <Page
      title="Ideas"
      about="What runs thought of for each trend, before it is drawn."
      actions={<ExportButton noun="idea" file="ideas" gather={ideasCsv(api, filter)} />}
    >
      <IdeaList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
      <IdeaDrawer
        id={idea}
        onClose={() => void navigate({ search: changed(search, { idea: undefined }), resetScroll: false })}
      />
    </Page>
  );
}
