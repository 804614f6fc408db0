import { Badge, Group, Paper, Stack, Text } from '@mantine/core';

import { CopyText } from '@/components/CopyText';
import { TextLink } from '@/components/links';
import { Picture } from '@/components/Picture';
import type { OfferDetail, Sighting } from '@/lib/schema';

import { Fact } from './Fact';
import classes from './offers.module.css';
import { OfferNumbers } from './OfferNumbers';
import offerClasses from './offer.module.css';
import { OpenOutside } from './OpenOutside';
import type { Source } from './source';
import { WatchOffer } from './WatchOffer';

interface OfferFactsProps {
  offer: OfferDetail;
  sightings: Sighting[];
  onSource: (source: Source) => void;
}

/** What the marketplace said when it was last looked at. */
export function OfferFacts({ offer, sightings, onSource }: OfferFactsProps) {
  return (
    <Paper p="lg" className={classes.first} style={{ borderColor: 'var(--wl-line)' }} shadow="sm">
      <Stack gap="md">
        <Group wrap="nowrap" gap="md" align="flex-start">
          <Picture src={offer.image_url} seed={offer.id} size={96} />
          <OfferNumbers offer={offer} sightings={sightings} onSource={onSource} />
        </Group>
        <OpenOutside offer={offer} />
        <WatchOffer offer={offer} />
        <dl className={classes.facts}>
          {offer.seller !== null && (
            <Fact name="Seller">
              <TextLink to="/offers" search={{ seller: offer.seller }}>
                {offer.seller}
              </TextLink>
            </Fact>
          )}
          <CategoryFact offer={offer} />
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
          {offer.product_url !== null && (
            <Fact name="Address">
              <CopyText quiet label="Address" text={offer.product_url} />
            </Fact>
          )}
          <Fact name="Id at the marketplace">
            <CopyText quiet label="Id" text={offer.external_id} />
          </Fact>
        </dl>
      </Stack>
    </Paper>
  );
}

/** From the widest to the narrowest; the one that offers can be found by is a link. */
function CategoryFact({ offer: { category, category_path: path } }: { offer: OfferDetail }) {
  if (category === null && path.length === 0) return null;
  const names = category === null || path.includes(category) ? path : [...path, category];
  return (
    <Fact name="Category">
      <ol className={offerClasses.path}>
        {names.map((name, index) => (
          <li key={index}>
            {name === category ? (
              <TextLink to="/offers" search={{ category: name }}>
                {name}
              </TextLink>
            ) : (
              <Text span inherit>
                {name}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Fact>
  );
}
