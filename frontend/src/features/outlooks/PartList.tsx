import { Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';

import { TextLink } from '@/components/links';
import { portion } from '@/lib/format';
import type { Outlook, OutlookPart } from '@/lib/schema';

import classes from './outlooks.module.css';
import { inputsOf, PARTS, sampleWords, shares } from './parts';
import { points, surely, UNKNOWN } from './words';

type Look = (typeof PARTS)[number];

const EVIDENCE = { days: 'The days', evidence: 'The offers' };

/** What the score is made of; each part opens to what it was counted from. */
export function PartList({ of: { parts, weights } }: { of: Outlook }) {
  const weigh = shares(weights);
  return (
    <section aria-label="Parts of the score">
      <Text fw={600}>What the score is made of</Text>
      <Text size="sm" c="dimmed" mb={6}>
        What is not known has no say in it, and makes it less sure.
      </Text>
      <ul className={classes.parts}>
        {PARTS.map((look) => {
          const part = parts[look.name];
          return part && <Part key={look.name} look={look} part={part} share={weigh[look.name]} />;
        })}
      </ul>
    </section>
  );
}

function Part({ look, part, share }: { look: Look; part: OutlookPart; share: number }) {
  const [opened, { toggle }] = useDisclosure(false);
  const known = part.value !== null;
  return (
    <li>
      <UnstyledButton
        className={classes.part}
        aria-expanded={opened}
        aria-label={`${look.title}: ${known ? `${points(part.value)} of 100, ${surely(part.confidence)}` : 'not known'}`}
        onClick={toggle}
      >
        <IconChevronRight size={14} aria-hidden />
        <span className={classes.partName}>{look.title}</span>
        <span className={classes.bar} data-part={look.name} aria-hidden>
          {known && <span style={{ width: `${Math.min(100, part.value ?? 0)}%` }} />}
        </span>
        <b className="num">{known ? points(part.value) : UNKNOWN}</b>
        <Text span size="xs" c="dimmed" className={`num ${classes.sure ?? ''}`}>
          {known ? surely(part.confidence) : 'not known'}
        </Text>
      </UnstyledButton>
      <Collapse expanded={opened}>
        <Opened look={look} part={part} share={share} />
      </Collapse>
    </li>
  );
}

function Opened({ look, part, share }: { look: Look; part: OutlookPart; share: number }) {
  const facts = [
    { name: 'Weighs of the score', value: portion(share) },
    ...(part.value === null ? [] : [{ name: 'Told', value: sampleWords(look, part) }]),
    ...inputsOf(part),
  ];
  return (
    <div className={classes.opened}>
      <Text size="xs" c="dimmed">
        {look.about}.
      </Text>
      <Text size="sm">{part.why}</Text>
      <dl className={classes.inputs}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {part.value !== null && look.evidence.length > 0 && (
        <Group gap="md">
          {look.evidence.map((where) => (
            <TextLink key={where} to="." hash={where} size="sm">
              {EVIDENCE[where]}
            </TextLink>
          ))}
        </Group>
      )}
    </div>
  );
}
