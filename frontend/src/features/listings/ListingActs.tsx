import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconExternalLink, IconPlugConnected, IconRotateClockwise } from '@tabler/icons-react';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import { ButtonLink } from '@/components/links';
import { useChannelTitle } from '@/features/shops/queries';
import { useRights } from '@/lib/context';
import type { Listing } from '@/lib/schema';

import { nextActs, outside } from './progress';
import { useListingAct } from './queries';

interface ListingActsProps {
  listing: Listing;
  size?: 'compact-sm' | 'sm';
  /** Beside others: only what helps now. */
  brief?: boolean;
}

/** What can be done with a listing as it stands. */
export function ListingActs({ listing, size = 'compact-sm', brief = false }: ListingActsProps) {
  const retry = useListingAct('retry');
  const { work, own } = useRights();
  const possible = work ? nextActs(listing).filter((act) => own || act !== 'connect') : [];
  const acts = brief ? possible.slice(0, 1).filter((act) => act !== 'withdraw') : possible;
  return (
    <Group gap={6} wrap={brief ? 'nowrap' : 'wrap'}>
      {acts.includes('connect') && (
        <ButtonLink to="/settings/shops" size={size} leftSection={<IconPlugConnected size={15} aria-hidden />}>
          Connect the shop again
        </ButtonLink>
      )}
      {acts.includes('retry') && (
        <Button
          size={size}
          variant="default"
          leftSection={<IconRotateClockwise size={15} aria-hidden />}
          loading={retry.isPending}
          aria-label={`${retryWord(listing)} ${listing.title}`}
          onClick={() => {
            retry.mutate(listing);
          }}
        >
          {retryWord(listing)}
        </Button>
      )}
      {acts.includes('withdraw') && <Withdraw listing={listing} size={size} />}
      <Outside listing={listing} size={size} />
    </Group>
  );
}

function retryWord({ status }: Listing): string {
  return status === 'withdrawn' ? 'Publish again' : 'Try again';
}

function Outside({ listing, size }: Required<Pick<ListingActsProps, 'listing' | 'size'>>) {
  const title = useChannelTitle();
  const address = outside(listing.url);
  if (address === null) return null;
  return (
    <Button
      component="a"
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      size={size}
      variant="default"
      rightSection={<IconExternalLink size={14} aria-hidden />}
      aria-label={`Open ${listing.title} on ${title(listing.channel)}`}
    >
      Open
    </Button>
  );
}

function Withdraw({ listing, size }: Required<Pick<ListingActsProps, 'listing' | 'size'>>) {
  const withdraw = useListingAct('withdraw');
  const title = useChannelTitle();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size={size}
        variant="default"
        leftSection={<IconArrowBackUp size={15} aria-hidden />}
        onClick={() => {
          setAsking(true);
        }}
      >
        Withdraw
      </Button>
      <Confirm
        opened={asking}
        title="Withdraw this listing?"
        act="Withdraw listing"
        busy={withdraw.isPending}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          withdraw.mutate(listing, {
            onSettled: () => {
              setAsking(false);
            },
          });
        }}
      >
        “{listing.title}” is taken off {title(listing.channel)}, part by part. Nobody can buy it there any more. You can
        publish it again.
      </Confirm>
    </>
  );
}
