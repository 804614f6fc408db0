import { Badge, Group, Text } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { CitedOffers } from '@/features/offers/CitedOffers';
import offerClasses from '@/features/offers/offers.module.css';
import { Stars } from '@/features/offers/Stars';
import { money, plural } from '@/lib/format';
import type { Evidence, TrendDetail } from '@/lib/schema';

import classes from './Evidence.module.css';
import { useEvidence } from './queries';

export function EvidenceList({ trend }: { trend: TrendDetail }) {
  return (
    <Panel
      flush
      title="Evidence"
      about="The offers that the figures are made of, as they were when the figures were made."
    >
      <CitedOffers
        paged={useEvidence(trend.id)}
        expected={5}
        label="Evidence"
        none="No evidence kept"
        classNames={{ list: classes.list ?? '', row: classes.row ?? '' }}
        beneath={(one) => <Words words={one.words} />}
        figures={(one) => <Figures one={one} />}
      />
    </Panel>
  );
}

function Words({ words }: Pick<Evidence, 'words'>) {
  return (
    <Group gap={4} mt={3}>
      {words.slice(0, 4).map((word) => (
        <Badge key={word} color="gray" size="sm">
          {word}
        </Badge>
      ))}
    </Group>
  );
}

function Figures({ one }: { one: Evidence }) {
  return (
    <div className={classes.numbers}>
      <span className={offerClasses.price}>{money(one.price, one.currency)}</span>
      <Text span size="sm">
        <Stars value={one.rating} />
      </Text>
      <Text span size="xs" c="dimmed" className="num">
        {one.reviews_count === null ? 'no reviews told' : plural(one.reviews_count, 'review')}
      </Text>
    </div>
  );
}
