import { Page } from '@/components/Page';
import { Rules } from '@/features/alerts/Rules';

import { AlertTabs } from './AlertTabs';

export function AlertRulesPage() {
  return (
    <Page
      title="Alerts"
      tab="Rules of alerts"
      about="When an alert opens and when it closes, for all that is followed or for one subject or network."
    >
      <AlertTabs />
      <Rules />
    </Page>
  );
}
