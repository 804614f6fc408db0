import { Badge, Group } from '@mantine/core';

import type { Said, Trend } from '@/lib/schema';

const AUDIENCE = 1;
const STYLES = 2;

/** For whom it is and how it looks: the words that most of its offers say. */
export function Chips({ trend }: { trend: Trend }) {
  const shown = [
    ...trend.audience.slice(0, AUDIENCE).map((said) => ({ said, kind: 'For' })),
    ...trend.styles.slice(0, STYLES).map((said) => ({ said, kind: 'Style' })),
  ];
  if (shown.length === 0) return null;
  return (
    <Group gap={4} mt={4}>
      {shown.map(({ said, kind }) => (
        <Chip key={`${kind}/${said.word}`} kind={kind} said={said} />
      ))}
    </Group>
  );
}

function Chip({ kind, said }: { kind: string; said: Said }) {
  return (
    <Badge
      size="sm"
      color={kind === 'For' ? 'pine' : 'gray'}
      title={`${kind}: ${said.word}, said by ${said.offers} offers`}
    >
      {kind === 'For' ? `for ${said.word}` : said.word}
    </Badge>
  );
}
