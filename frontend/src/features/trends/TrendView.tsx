import { Badge, Group, Paper, Stack, Text } from '@mantine/core';

import { ButtonLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { HeardPanel } from '@/features/mentions/HeardPanel';
import offerClasses from '@/features/offers/offers.module.css';
import { Stars } from '@/features/offers/Stars';
import { ForecastPanel } from '@/features/outlooks/ForecastPanel';
import { KinPanel } from '@/features/outlooks/KinPanel';
import { LeadsPanel } from '@/features/outlooks/LeadsPanel';
import { PatternsPanel } from '@/features/outlooks/PatternsPanel';
import { SalesPanel } from '@/features/outlooks/SalesPanel';
import { SeasonPanel } from '@/features/outlooks/SeasonPanel';
import { SignalsPanel } from '@/features/outlooks/SignalsPanel';
import { StandingPanel } from '@/features/outlooks/StandingPanel';
import { TalkPanel } from '@/features/outlooks/TalkPanel';
import { ListenPanel } from '@/features/subjects/ListenPanel';
import { count, money } from '@/lib/format';
import type { Said, TrendDetail } from '@/lib/schema';

import { EvidenceList } from './EvidenceList';
import { placesSaid, points, priceRange } from './score';
import { ScoreHistory } from './ScoreHistory';
import { ScoreParts } from './ScoreParts';
import { ScoreRing } from './ScoreRing';
import classes from './trends.module.css';

export function TrendView({ trend }: { trend: TrendDetail }) {
  return (
    <>
      <div className={offerClasses.detail}>
        <Stack gap="lg" miw={0}>
          <StandingPanel trend={trend} ring={<ScoreRing value={trend.score} size={76} unsure={trend.low_evidence} />} />
          <ForecastPanel id={trend.id} name={trend.name} />
          <div id="days" className={classes.anchor}>
            <SignalsPanel id={trend.id} name={trend.name} />
          </div>
          <TalkPanel id={trend.id} name={trend.name} />
          <HeardPanel id={trend.id} words={trend.key} />
          <ScoreParts trend={trend} />
          <ScoreHistory id={trend.id} />
        </Stack>
        <Stack gap="lg" miw={0}>
          <Facts trend={trend} />
          <PatternsPanel trend={trend} />
          <ListenPanel name={trend.name} />
          <SalesPanel id={trend.id} />
          <SeasonPanel id={trend.id} />
          <LeadsPanel id={trend.id} />
          <KinPanel id={trend.id} />
          <Made trend={trend} />
          <Words trend={trend} />
        </Stack>
      </div>
      <div id="evidence" className={classes.anchor}>
        <EvidenceList trend={trend} />
      </div>
    </>
  );
}

function Facts({ trend }: { trend: TrendDetail }) {
  const title = useMarketplaceTitle();
  const facts: [string, React.ReactNode][] = [
    ['Offers', count(trend.offers_count)],
    ['Marketplaces', placesSaid(trend, title)],
    ['Average rating', <Stars key="stars" value={trend.rating_avg} />],
    ['Average number of reviews', trend.reviews_avg === null ? '–' : points(trend.reviews_avg)],
    ['Price range', priceRange(trend) ?? 'No price told'],
    ['First seen', <When key="first" at={trend.first_seen_at} />],
    ['Analysed', <When key="analysed" at={trend.analysed_at} />],
  ];
  return (
    <Paper p="lg" style={{ borderColor: 'var(--wl-line)' }} shadow="sm" component="section" aria-label="Figures">
      <Text fz={26} lh={1.2} className={offerClasses.price}>
        {money(trend.price_avg, trend.currency)}
      </Text>
      <Text size="sm" c="dimmed" mb="md">
        average price, told by {count(trend.priced_count)} of {count(trend.offers_count)} offers
      </Text>
      <dl className={offerClasses.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}

/** What this workspace made of it. */
function Made({ trend }: { trend: TrendDetail }) {
  return (
    <Panel title="What you made of it">
      <Group gap="sm">
        <ButtonLink to="/ideas" search={{ trend_id: trend.id }} variant="default">
          Its ideas
        </ButtonLink>
        <ButtonLink to="/designs" search={{ trend_id: trend.id }} variant="default">
          Its designs
        </ButtonLink>
      </Group>
    </Panel>
  );
}

function Words({ trend }: { trend: TrendDetail }) {
  return (
    <Panel title="What its offers say">
      <Stack gap="lg">
        <Group gap={6}>
          {trend.words.map((word) => (
            <Badge key={word} color="gray">
              {word}
            </Badge>
          ))}
        </Group>
        <Counted title="For whom" all={trend.audience} of={trend.offers_count} />
        <Counted title="In which style" all={trend.styles} of={trend.offers_count} />
      </Stack>
    </Panel>
  );
}

function Counted({ title, all, of }: { title: string; all: Said[]; of: number }) {
  if (all.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {title}
      </Text>
      <ul className={classes.counted} aria-label={title}>
        {all.map(({ word, offers }) => (
          <li
            key={word}
            style={{ '--share': `${Math.min(100, (offers / Math.max(1, of)) * 100)}%` } as React.CSSProperties}
          >
            <span>{word}</span>
            <span className="num">
              {count(offers)} of {count(of)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
