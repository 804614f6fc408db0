import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';

import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import type { Offer } from '@/lib/schema';

/** The way to the offer itself; an address that is not of the web leads nowhere. */
export function OpenOutside({ offer }: { offer: Offer }) {
  const title = useMarketplaceTitle();
  if (offer.product_url === null || !/^https?:\/\//i.test(offer.product_url)) return null;
  return (
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
  );
}
