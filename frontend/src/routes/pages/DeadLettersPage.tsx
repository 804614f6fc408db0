import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { DeadLetterList } from '@/features/dead_letters/DeadLetterList';
import { Queues } from '@/features/dead_letters/Queues';
import { RedriveAll } from '@/features/dead_letters/RedriveAll';

import { PulseTabs } from './PulseTabs';

export function DeadLettersPage() {
  return (
    <Page title="Could not be read" about="Posts whose mood could not be read. They hold up nothing else.">
      <PulseTabs />
      <Panel flush title="Posts" action={<RedriveAll />}>
        <DeadLetterList />
      </Panel>
      <Queues />
    </Page>
  );
}
