import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { ButtonLink, TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { AlarmPanel } from '@/features/marketplaces/AlarmPanel';
import { BudgetPanel } from '@/features/marketplaces/BudgetPanel';
import { Fillings } from '@/features/marketplaces/Fillings';
import { OfficialBadge } from '@/features/marketplaces/OfficialBadge';
import { Outcomes } from '@/features/marketplaces/Outcomes';
import { useHealth, useMarketplaces } from '@/features/marketplaces/queries';
import { ReparsePanel } from '@/features/marketplaces/ReparsePanel';
import type { SourceSearch } from '@/features/marketplaces/search';
import { AlarmBadge } from '@/features/marketplaces/SourceCard';
import { useRights } from '@/lib/context';
import type { Health } from '@/lib/schema';
import { given } from '@/lib/search';

const route = getRouteApi('/inside/sources/$source');

export function SourcePage() {
  const { source } = route.useParams();
  const { data: marketplaces } = useMarketplaces();
  const marketplace = marketplaces?.find((one) => one.name === source);
  const { data: health, ...query } = useHealth(source);
  return (
    <Page
      title={marketplace?.title ?? source}
      about={
        marketplace && (
          <Stack gap="xs">
            {marketplace.about}
            <Group gap={6}>
              {health && <AlarmBadge health={health} />}
              <OfficialBadge marketplace={marketplace} />
            </Group>
          </Stack>
        )
      }
      above={
        <TextLink to="/sources" size="sm" w="fit-content">
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> All sources
        </TextLink>
      }
      actions={
        <Group gap="sm">
          <ButtonLink to="/tasks" search={{ marketplace: source }} variant="default">
            Tasks
          </ButtonLink>
          <ButtonLink to="/offers" search={{ marketplace: source }} variant="default">
            Offers
          </ButtonLink>
        </Group>
      }
    >
      <Awaited query={query} there={health !== undefined} heights={[150, 260]} />
      {health && <Whole key={source} health={health} />}
    </Page>
  );
}

function Whole({ health }: { health: Health }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { own } = useRights();
  const put = (next: SourceSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <AlarmPanel health={health} />
        <BudgetPanel name={health.marketplace} />
      </SimpleGrid>
      <Panel flush title="How pages ended" about="Choose an outcome to see its last pages.">
        <Outcomes
          health={health}
          opened={search.outcome}
          onOpen={(outcome) => {
            put(given<SourceSearch>({ outcome }));
          }}
        />
      </Panel>
      <Panel
        flush
        title="What offers tell"
        about="Of the offers, how many told a field. What fell marks a page that changed, or a reader that sees less."
        action={
          <Text size="sm" c="dimmed" style={{ flex: 'none' }} lh="28px">
            Reader version {health.parser_version}
          </Text>
        }
      >
        <Fillings fillings={health.fillings} />
      </Panel>
      {own && <ReparsePanel health={health} />}
    </>
  );
}
