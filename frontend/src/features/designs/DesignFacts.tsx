import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { CopyText } from '@/components/CopyText';
import { TextLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { useTrendName } from '@/features/trends/names';
import { count } from '@/lib/format';
import { words } from '@/lib/readable';
import type { Design } from '@/lib/schema';

import { bytes, inches, madeWith } from './facts';
import { useStudios } from './queries';
import { Swatches } from './Swatches';
import classes from './view.module.css';

export function DesignFacts({ design }: { design: Design }) {
  const { data: studios } = useStudios();
  const trend = useTrendName();
  const made = madeWith(design);
  return (
    <Panel title="How it was made">
      <dl className={classes.facts}>
        <Fact name="Trend">
          <TextLink to="/trends/$trendId" params={{ trendId: design.trend_id }}>
            {trend(design.trend_id) ?? `Trend ${design.trend_id.slice(-6)}`}
          </TextLink>
        </Fact>
        <Fact name="Idea">
          <TextLink to="/ideas" search={{ idea: design.idea_id }}>
            Idea {design.idea_id.slice(-6)}
          </TextLink>
        </Fact>
        <Fact name="Run">
          <TextLink to="/runs/$runId" params={{ runId: design.run_id }}>
            Run {design.run_id.slice(-6)}
          </TextLink>
        </Fact>
        <Fact name="Studio">{studios?.find(({ name }) => name === design.studio)?.title ?? design.studio}</Fact>
        <Fact name="Style">{words(design.style)}</Fact>
        <Fact name="Layout">{made.layout ?? 'The studio chooses'}</Fact>
        <Fact name="Fonts">{made.fonts ?? 'The studio chooses'}</Fact>
        <Fact name="Meant for">{design.on_dark ? 'Dark fabric' : 'Light fabric'}</Fact>
        {made.rest.map(([name, given]) => (
          <Fact key={name} name={name}>
            {given}
          </Fact>
        ))}
        <Fact name={design.generated_at === null ? 'Asked for' : 'Drawn'}>
          <When at={design.generated_at ?? design.created_at} />
        </Fact>
      </dl>
      <Fact name="Colours" wide>
        <Swatches colours={design.palette} />
      </Fact>
      {design.motifs.length > 0 && (
        <Fact name="Drawn things" wide>
          <Group gap={6}>
            {design.motifs.map((motif) => (
              <Badge key={motif} color="gray">
                {motif}
              </Badge>
            ))}
          </Group>
        </Fact>
      )}
      {design.prompt !== '' && (
        <Fact name="Prompt" wide>
          <CopyText quiet label="Prompt" text={design.prompt} />
        </Fact>
      )}
    </Panel>
  );
}

/** What a printer asks of the file. */
export function FileFacts({ design }: { design: Design }) {
  const { width, height, dpi, effective_dpi: effective, size } = design;
  if (width === null || height === null) return null;
  return (
    <dl className={classes.facts}>
      <Fact name="Pixels">
        {count(width)} × {count(height)}
      </Fact>
      {dpi !== null && dpi > 0 && (
        <Fact name="Size in print">
          {inches(width, dpi)} × {inches(height, dpi)} in at {dpi} DPI
        </Fact>
      )}
      {effective !== null && (
        <Fact name="Really drawn">
          {effective} DPI
          {dpi !== null && effective < dpi && (
            <Text span size="xs" c="dimmed">
              {' '}
              (enlarged)
            </Text>
          )}
        </Fact>
      )}
      {size !== null && <Fact name="File">PNG, {bytes(size)}</Fact>}
    </dl>
  );
}

function Fact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  if (wide) {
    return (
      <div className={classes.wide}>
        <Text size="sm" c="dimmed" mb={4}>
          {name}
        </Text>
        {children}
      </div>
    );
  }
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
