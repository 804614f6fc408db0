import { Alert, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { Art } from '@/components/Art';
import { useGround } from '@/components/Ground';
import { CopyText } from '@/components/CopyText';
import { TextLink } from '@/components/links';
import { When } from '@/components/When';
import { useChannelTitle } from '@/features/shops/queries';
import { useRights } from '@/lib/context';
import { money } from '@/lib/format';
import type { Listing } from '@/lib/schema';

import classes from './listings.module.css';
import { Parts } from './Parts';
import { isMoving, nextActs, onDark } from './progress';
import { Saga } from './Saga';
import { Variants } from './Variants';
import { Words } from './Words';

export function ListingView({ listing }: { listing: Listing }) {
  return (
    <Stack gap="lg">
      <Why listing={listing} />
      <div className={classes.detail}>
        <Stack gap="lg" miw={0}>
          <Words listing={listing} />
          <Variants listing={listing} />
        </Stack>
        <Stack gap="lg" miw={0}>
          <Card listing={listing} />
          <Saga listing={listing} />
        </Stack>
      </div>
    </Stack>
  );
}

/** Why it stands as it does, and what helps. */
function Why({ listing }: { listing: Listing }) {
  const { own } = useRights();
  if (listing.reason === null) return null;
  const failed = listing.status === 'failed';
  const Icon = failed ? IconAlertTriangle : IconInfoCircle;
  const help = {
    connect: own ? ' Connect the shop again, then try again.' : ' An owner can connect the shop again.',
    retry: ' Try again when it is mended.',
    withdraw: '',
  };
  const [next] = nextActs(listing);
  return (
    <Alert color={failed ? 'madder' : 'gray'} icon={<Icon aria-hidden />} title={failed ? 'Why it failed' : 'Note'}>
      {listing.reason}
      {failed && next && help[next]}
    </Alert>
  );
}

function Card({ listing }: { listing: Listing }) {
  const title = useChannelTitle();
  const [ground] = useGround();
  return (
    <Paper p="lg" style={{ borderColor: 'var(--wl-line)' }} shadow="sm" component="section" aria-label="Facts">
      <Stack gap="md">
        <Link to="/designs/$designId" params={{ designId: listing.design_id }} aria-label="The design">
          <Art
            src={listing.thumbnail_url}
            alt=""
            ground={ground}
            dark={onDark(listing)}
            eager
            className={classes.picture ?? ''}
          />
        </Link>
        <Group gap={8} align="baseline">
          <Text fz={24} lh={1.2} className={classes.price}>
            {money(listing.price_from, listing.currency)}
          </Text>
          <Text size="sm" c="dimmed">
            and up
          </Text>
        </Group>
        {isMoving(listing) && <Parts listing={listing} />}
        <dl className={classes.facts}>
          <Fact name="Shop">{[...new Set([listing.shop_name, title(listing.channel)])].join(', ')}</Fact>
          <Fact name="Design">
            <TextLink to="/designs/$designId" params={{ designId: listing.design_id }}>
              Design {listing.design_id.slice(-6)}
            </TextLink>
          </Fact>
          <Fact name="Run">
            <TextLink to="/runs/$runId" params={{ runId: listing.run_id }}>
              Run {listing.run_id.slice(-6)}
            </TextLink>
          </Fact>
          <Fact name={listing.published_at === null ? 'Written' : 'Published'}>
            <When at={listing.published_at ?? listing.created_at} />
          </Fact>
          {listing.external_id !== null && (
            <Fact name="Id at the channel">
              <CopyText quiet label="Id" text={listing.external_id} />
            </Fact>
          )}
        </dl>
      </Stack>
    </Paper>
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
