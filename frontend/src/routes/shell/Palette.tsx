import { Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch, IconTrendingUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { Picture } from '@/components/Picture';
import { offerPage } from '@/features/offers/queries';
import { trendPage } from '@/features/trends/queries';
import { useApi } from '@/lib/context';
import { money } from '@/lib/format';
import { keys } from '@/lib/keys';

import { PLACES } from './places';

const SHOWN = 6;
const TRENDS = 3;

/** Ctrl K: every place, and trends and offers by their words. */
export function Palette() {
  const api = useApi();
  const navigate = useNavigate();
  const [written, setWritten] = useState('');
  const query = written.trim();
  const [settled] = useDebouncedValue(query, 200);
  const { data: offers = [] } = useQuery({
    queryKey: keys.offerList({ query: settled, limit: SHOWN, quick: true }),
    queryFn: async ({ signal }) => (await offerPage(api, { query: settled }, SHOWN, undefined, signal)).items,
    enabled: settled.length > 1,
    placeholderData: (before) => before,
  });
  const { data: trends = [] } = useQuery({
    queryKey: keys.trendList({ query: settled, limit: TRENDS, quick: true }),
    queryFn: async ({ signal }) => (await trendPage(api, { query: settled }, TRENDS, undefined, signal)).items,
    enabled: settled.length > 1,
    placeholderData: (before) => before,
  });
  const places = PLACES.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
  const found = query.length > 1 ? offers : [];
  const rising = query.length > 1 ? trends : [];

  return (
    <Spotlight.Root
      query={written}
      onQueryChange={setWritten}
      scrollable
      maxHeight={440}
      centered={false}
      yOffset="12dvh"
      shortcut={['mod + K', '/']}
    >
      <Spotlight.Search
        placeholder="Find a trend or an offer, or go somewhere"
        aria-label="Find"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {places.length > 0 && (
          <Spotlight.ActionsGroup label="Go to">
            {places.map(({ to, label, icon: Icon }) => (
              <Spotlight.Action
                key={to}
                label={label}
                leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
                onClick={() => void navigate({ to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {rising.length > 0 && (
          <Spotlight.ActionsGroup label="Trends">
            {rising.map((trend) => (
              <Spotlight.Action
                key={trend.id}
                label={trend.name}
                leftSection={<IconTrendingUp size={18} stroke={1.7} aria-hidden />}
                onClick={() => void navigate({ to: '/trends/$trendId', params: { trendId: trend.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label="Offers">
            {found.map((offer) => (
              <Spotlight.Action
                key={offer.id}
                onClick={() => void navigate({ to: '/offers/$offerId', params: { offerId: offer.id } })}
              >
                <Group wrap="nowrap" gap="sm" w="100%">
                  <Picture src={offer.image_url} seed={offer.id} size={32} />
                  <Text size="sm" truncate flex={1} miw={0}>
                    {offer.title}
                  </Text>
                  <Text size="sm" className="num" c="dimmed" flex="none">
                    {money(offer.price, offer.currency)}
                  </Text>
                </Group>
              </Spotlight.Action>
            ))}
            <Spotlight.Action
              label={`All offers with “${query}”`}
              leftSection={<IconSearch size={18} aria-hidden />}
              onClick={() => void navigate({ to: '/offers', search: { query } })}
            />
          </Spotlight.ActionsGroup>
        )}
        {places.length + rising.length + found.length === 0 && <Spotlight.Empty>Nothing found</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
