import { Button, Group, Select } from '@mantine/core';

import { useMarketplaces } from '@/features/marketplaces/queries';
import offerClasses from '@/features/offers/offers.module.css';
import { LABELS, LOOKS } from '@/features/outlooks/labels';
import { count, portion } from '@/lib/format';
import { QUESTIONS } from '@/features/outlooks/patterns';
import { usePatternChoices } from '@/features/outlooks/queries';
import type { Said, Trend } from '@/lib/schema';

import { changed, narrowings, type TrendSearch } from './search';

interface TrendFiltersProps {
  search: TrendSearch;
  onSearch: (next: TrendSearch) => void;
  /** The trends on the screen: what can be chosen is what they say, for no list of all of it can be had. */
  trends: Trend[];
}

/** Each is asked for by the words of its question. */
const PATTERNS = ['recipient', 'occasion', 'tone'] as const;
const SCORES = [40, 50, 60, 70, 80, 90];
const CONFIDENCES = [0.35, 0.5, 0.65, 0.8];

export function TrendFilters({ search, onSearch, trends }: TrendFiltersProps) {
  const { data: marketplaces = [] } = useMarketplaces();
  const { data: patterns = [] } = usePatternChoices();
  const put = (parts: Parameters<typeof changed>[1]) => {
    onSearch(changed(search, parts));
  };
  return (
    <>
      <div className={offerClasses.filters}>
        <Choice
          label="Where it stands"
          value={search.label}
          choices={LABELS.map((label) => ({ value: label, label: LOOKS[label][0] }))}
          onValue={(label) => {
            put({ label: LABELS.find((one) => one === label) });
          }}
        />
        <Choice
          label="Marketplace"
          all="All"
          value={search.marketplace}
          choices={marketplaces.map((one) => ({ value: one.name, label: one.title }))}
          onValue={(marketplace) => {
            put({ marketplace });
          }}
        />
        {PATTERNS.map((kind) => (
          <Choice
            key={kind}
            label={QUESTIONS[kind]}
            value={search[kind]}
            choices={patterns
              .filter((one) => one.kind === kind)
              .map(({ value, trends: many }) => ({ value, label: `${value} (${count(many)})` }))}
            onValue={(value) => {
              put({ [kind]: value });
            }}
          />
        ))}
        <Choice
          label="Style"
          value={search.style}
          choices={said(trends.flatMap((trend) => trend.styles))}
          onValue={(style) => {
            put({ style });
          }}
        />
        <Choice
          label="Audience"
          value={search.audience}
          choices={said(trends.flatMap((trend) => trend.audience))}
          onValue={(audience) => {
            put({ audience });
          }}
        />
        <Choice
          label="Confidence"
          value={search.min_confidence?.toString()}
          choices={CONFIDENCES.map((share) => ({ value: String(share), label: `${portion(share)} and up` }))}
          onValue={(share) => {
            put({ min_confidence: share === undefined ? undefined : Number(share) });
          }}
        />
        <Choice
          label="Classic score"
          value={search.min_overall?.toString()}
          choices={SCORES.map((score) => ({ value: String(score), label: `${score} and up` }))}
          onValue={(score) => {
            put({ min_overall: score === undefined ? undefined : Number(score) });
          }}
        />
      </div>
      {narrowings(search) > 0 && (
        <Group mt="sm">
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              onSearch(changed({}, { query: search.query, sort: search.sort }));
            }}
          >
            Clear filters
          </Button>
        </Group>
      )}
    </>
  );
}

interface Chosen {
  value: string;
  label: string;
}

function Choice(props: {
  label: string;
  all?: string;
  value: string | undefined;
  choices: Chosen[];
  onValue: (value: string | undefined) => void;
}) {
  const { label, all = 'Any', value, choices, onValue } = props;
  const known = value === undefined || choices.some((one) => one.value === value);
  return (
    <Select
      label={label}
      size="xs"
      searchable={choices.length > 8}
      data={[{ value: '', label: all }, ...(known ? [] : [{ value, label: value }]), ...choices]}
      value={value ?? ''}
      onChange={(chosen) => {
        onValue(chosen === null || chosen === '' ? undefined : chosen);
      }}
    />
  );
}

/** Each word once, in the order of the alphabet. */
function said(all: Said[]): Chosen[] {
  return [...new Set(all.map(({ word }) => word))].sort().map((word) => ({ value: word, label: word }));
}
