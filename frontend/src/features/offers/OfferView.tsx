import { Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { value, words } from '@/lib/readable';
import type { OfferDetail } from '@/lib/schema';

import { Changes } from './Changes';
import { Fact } from './Fact';
import { OfferFacts } from './OfferFacts';
import classes from './offers.module.css';
import { PriceHistory } from './PriceHistory';
import { useHistory } from './queries';
import type { Source } from './source';
import { SourceModal } from './SourceModal';

interface OfferViewProps {
  offer: OfferDetail;
  /** What others say of it: beneath its history, and beneath its facts. */
  beneath: ReactNode;
  beside: ReactNode;
}

export function OfferView({ offer, beneath, beside }: OfferViewProps) {
  const { data: sightings = [] } = useHistory(offer.id);
  const [source, setSource] = useState<Source | null>(null);
  return (
    <div className={classes.detail}>
      <Stack gap="lg" miw={0} className={classes.column}>
        <PriceHistory offer={offer} onSource={setSource} />
        <Changes offer={offer} sightings={sightings} />
        {beneath}
        <Details details={offer.details} />
      </Stack>
      <Stack gap="lg" miw={0} className={classes.column}>
        <OfferFacts offer={offer} sightings={sightings} onSource={setSource} />
        {beside}
        <Panel title="When it was seen">
          <dl className={classes.facts}>
            <Fact name="First">
              <When at={offer.first_seen_at} />
            </Fact>
            <Fact name="Last">
              <When at={offer.last_seen_at} />
            </Fact>
          </dl>
        </Panel>
      </Stack>
      <SourceModal
        source={source}
        onClose={() => {
          setSource(null);
        }}
      />
    </div>
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
