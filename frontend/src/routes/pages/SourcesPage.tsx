import { Page } from '@/components/Page';
import { Sources } from '@/features/marketplaces/Sources';

export function SourcesPage() {
  return (
    <Page title="Sources" about="How each marketplace is asked, what that costs today, and how well it goes.">
      <Sources />
    </Page>
  );
}
