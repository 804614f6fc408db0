import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { IconExternalLink, IconMinus, IconPlus, IconQuestionMark } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { Picture } from '@/components/Picture';
import { When } from '@/components/When';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { money } from '@/lib/format';
import { words } from '@/lib/readable';
import type { Match, MatchedOffer } from '@/lib/schema';

import classes from './matches.module.css';
import { reasonsOf } from './reasons';

/** Two offers side by side, and why they may be one product. */
export function PairView({ pair }: { pair: Match }) {
  return (
    <>
      <div className={classes.pair} data-testid="pair">
        <Side offer={pair.first} />
        <Side offer={pair.second} />
      </div>
      <Why pair={pair} />
    </>
  );
}

function Side({ offer }: { offer: MatchedOffer }) {
  const title = useMarketplaceTitle();
  const outside = offer.product_url !== null && /^https?:/.test(offer.product_url) ? offer.product_url : null;
  return (
    <Paper component="section" className={classes.side} shadow="sm" aria-label={`${title(offer.marketplace)} offer`}>
      <div className={classes.picture}>
        <Picture key={offer.id} src={offer.image_url} seed={offer.id} size="100%" />
      </div>
      <Stack gap={6}>
        <Link to="/offers/$offerId" params={{ offerId: offer.id }} className={classes.title}>
          {offer.title}
        </Link>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[title(offer.marketplace), offer.seller].filter((part) => part !== null).join(', ')}
        </Text>
        <Text className={classes.price}>
          {money(offer.price, offer.currency)}
          {offer.currency !== 'USD' && offer.price_usd !== null && (
            <Text span size="sm" c="dimmed" fw={400}>
              {' '}
              {money(offer.price_usd, 'USD')}
            </Text>
          )}
        </Text>
        <Group gap={8}>
          {offer.availability !== null && <Badge color="gray">{words(offer.availability)}</Badge>}
          <Text size="xs" c="dimmed">
            Seen <When at={offer.last_seen_at} />
          </Text>
        </Group>
        {outside !== null && (
          <a href={outside} target="_blank" rel="noopener noreferrer" className={classes.outside}>
            Open there <IconExternalLink size={13} aria-hidden />
          </a>
        )}
      </Stack>
    </Paper>
  );
}

function Why({ pair }: { pair: Match }) {
  const { pro, con, open } = reasonsOf(pair.parts);
  const share = Math.round(pair.score * 100);
  return (
    <Paper component="section" className={classes.why} shadow="sm" aria-label="Why">
      <Text fw={600} className="num">
        {share} % sure that they are one product
      </Text>
      <ul className={classes.reasons}>
        {pro.map((said) => (
          <li key={said} data-for>
            <IconPlus size={15} aria-label="For:" />
            {said}
          </li>
        ))}
        {con.map((said) => (
          <li key={said} data-against>
            <IconMinus size={15} aria-label="Against:" />
            {said}
          </li>
        ))}
        {open.map((said) => (
          <li key={said}>
            <IconQuestionMark size={15} aria-label="Unclear:" />
            {said}
          </li>
        ))}
      </ul>
      <Said name="Both say" said={pair.parts.shared} />
      <Said name="Only one says" said={pair.parts.only_one} />
    </Paper>
  );
}

function Said({ name, said }: { name: string; said: string[] }) {
  if (said.length === 0) return null;
  return (
    <Group gap={6} mt={8}>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      {said.map((word) => (
        <Badge key={word} color="gray">
          {word}
        </Badge>
      ))}
    </Group>
  );
}
