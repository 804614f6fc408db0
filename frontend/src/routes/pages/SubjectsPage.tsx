import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { FollowForm } from '@/features/subjects/FollowForm';
import { SubjectList } from '@/features/subjects/SubjectList';

import { PulseTabs } from './PulseTabs';

export function SubjectsPage() {
  return (
    <Page
      title="Subjects"
      about="Words that are listened for at every network, all day, each at the pace that it is worth."
    >
      <PulseTabs />
      <Panel title="Follow a subject">
        <FollowForm />
      </Panel>
      <Panel flush title="Followed subjects">
        <SubjectList />
      </Panel>
    </Page>
  );
}
