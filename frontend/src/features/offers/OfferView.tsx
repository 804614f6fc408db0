import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { CopyText } from '@/components/CopyText';
import { TextLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { Picture } from '@/components/Picture';
import { When } from '@/components/When';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { money, plural } from '@/lib/format';
import { value, words } from '@/lib/readable';
import type { OfferDetail } from '@/lib/schema';

import classes from './offers.module.css';
import { PriceHistory } from './PriceHistory';
import { useHistory } from './queries';
import { Stars } from './Stars';

export function OfferView({ offer }: { offer: OfferDetail }) {
  return (
    <div className={classes.detail}>
      <Stack gap="lg">
        <PriceHistory offer={offer} />
        <Details details={offer.details} />
      </Stack>
      <Stack gap="lg">
        <Card offer={offer} />
        <Provenance offer={offer} />
      </Stack>
    </div>
  );
}

function Card({ offer }: { offer: OfferDetail }) {
  const title = useMarketplaceTitle();
  return (
    <Paper p="lg" style={{ borderColor: 'var(--wl-line)' }} shadow="sm">
      <Stack gap="md">
        <Group wrap="nowrap" gap="md" align="flex-start">
          <Picture src={offer.image_url} seed={offer.id} size={96} />
          <div>
            <Text fz={26} lh={1.2} className={classes.price}>
              {money(offer.price, offer.currency)}
            </Text>
            <Group gap={8} mt={4}>
              <Stars value={offer.rating} />
              <Text size="sm" c="dimmed" className="num">
                {offer.reviews_count !== null && plural(offer.reviews_count, 'review')}
              </Text>
            </Group>
          </div>
        </Group>
        {offer.product_url !== null && /^https?:/.test(offer.product_url) && (
          <Button
            component="a"
            href={offer.product_url}
            target="_blank"
            rel="noopener noreferrer"
            variant="default"
            rightSection={<IconExternalLink size={15} aria-hidden />}
          >
            Open on {title(offer.marketplace)}
          </Button>
        )}
        <dl className={classes.facts}>
          {offer.seller !== null && (
            <Fact name="Seller">
              <TextLink to="/offers" search={{ seller: offer.seller }}>
                {offer.seller}
              </TextLink>
            </Fact>
          )}
          {offer.category !== null && (
            <Fact name="Category">
              <TextLink to="/offers" search={{ category: offer.category }}>
                {offer.category}
              </TextLink>
            </Fact>
          )}
          {offer.tags.length > 0 && (
            <Fact name="Tags">
              <Group gap={6} mt={4}>
                {offer.tags.map((tag) => (
                  <Badge key={tag} color="gray">
                    {tag}
                  </Badge>
                ))}
              </Group>
            </Fact>
          )}
        </dl>
      </Stack>
    </Paper>
  );
}

/** Which task saw it when: every number on this page can be followed back. */
function Provenance({ offer }: { offer: OfferDetail }) {
  const { data: sightings } = useHistory(offer.id);
  const by = sightings?.findLast((one) => one.task_id !== null)?.task_id;
  return (
    <Panel title="Where it comes from">
      <dl className={classes.facts}>
        <Fact name="First seen">
          <When at={offer.first_seen_at} />
        </Fact>
        <Fact name="Last seen">
          <When at={offer.last_seen_at} />
        </Fact>
        {by && (
          <Fact name="Last change seen by">
            <TextLink to="/tasks/$taskId" params={{ taskId: by }}>
              Task {by.slice(-6)}
            </TextLink>
          </Fact>
        )}
        <Fact name="Id at the marketplace">
          <CopyText quiet label="Id" text={offer.external_id} />
        </Fact>
      </dl>
    </Panel>
  );
}

function Details({ details }: { details: OfferDetail['details'] }) {
  const known = Object.entries(details).filter(([, given]) => given !== null && given !== '');
  if (known.length === 0) return null;
  return (
    <Panel title="Details">
      <dl className={classes.facts} style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))' }}>
        {known.map(([name, given]) => (
          <Fact key={name} name={words(name)}>
            {value(given)}
          </Fact>
        ))}
      </dl>
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
