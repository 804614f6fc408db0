import { List } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';

import { leadSaid } from './leads';
import { useOutlook } from './queries';

/** Which of its sources moved first. Where one source alone tells of it there is nothing to ask. */
export function LeadsPanel({ id }: { id: string }) {
  const outlook = useOutlook(id);
  const title = useMarketplaceTitle();
  const leads = outlook.data?.leads ?? [];
  if (leads.length === 0) return null;
  return (
    <Panel title="Who moved first">
      <List size="sm" spacing={6} listStyleType="none">
        {leads.map((lead) => (
          <List.Item key={`${lead.first} ${lead.second}`}>{leadSaid(lead, title)}</List.Item>
        ))}
      </List>
    </Panel>
  );
}
