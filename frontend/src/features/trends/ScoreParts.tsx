import { Badge, Code, Text } from '@mantine/core';

import { Panel } from '@/components/Panel';
import type { ScorePart, TrendDetail } from '@/lib/schema';

import { PartBar } from './Parts';
import { ScoreRing } from './ScoreRing';
import { clamped, inputs, PARTS, type PartLook, readable } from './score';
import classes from './trends.module.css';

/** Every number of the score, opened to what it was made of. */
export function ScoreParts({ trend }: { trend: TrendDetail }) {
  const overall = trend.parts.overall;
  return (
    <Panel
      title="Classic score"
      about="Counted from ratings, reviews, prices and offers as they are today. Each part lies between 0 and 100; the score is their mean, with competition turned around."
    >
      <div className={classes.overall}>
        <ScoreRing value={trend.overall} size={72} name="Classic score" />
        <Text size="sm" c="dimmed" maw="56ch" style={{ flex: '1 1 220px' }}>
          <Code fz="xs">{overall ? readable(overall.formula) : ''}</Code>
        </Text>
      </div>
      <div className={classes.opened}>
        {PARTS.map((look) => {
          const part = trend.parts[look.name];
          return part && <Opened key={look.name} look={look} part={part} trend={trend} />;
        })}
      </div>
    </Panel>
  );
}

function Opened({ look, part, trend }: { look: PartLook; part: ScorePart; trend: TrendDetail }) {
  const held = clamped(part);
  return (
    <div className={classes.formula} role="group" aria-label={look.title}>
      <div>
        <Text fw={600}>{look.title}</Text>
        <Text size="xs" c="dimmed">
          {look.about}
        </Text>
      </div>
      <PartBar part={look} value={part.value} />
      <dl className={classes.inputs}>
        {inputs(part, trend).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Code fz="xs" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        {readable(part.formula)}
      </Code>
      {held !== null && (
        <Badge color="saffron" size="sm" style={{ whiteSpace: 'normal', height: 'auto' }}>
          {held}
        </Badge>
      )}
    </div>
  );
}
