import { Text } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { TextLink } from '@/components/links';
import { When } from '@/components/When';
import { plural } from '@/lib/format';
import type { Kinship } from '@/lib/schema';

import { kinWords } from './kin';
import classes from './outlooks.module.css';
import { useKinships } from './queries';

/** What a trend came of, and what came of it. A trend without kin has nothing to say here. */
export function KinPanel({ id }: { id: string }) {
  const { data } = useKinships(id);
  if (!data || data.length === 0) return null;
  return (
    <Panel title="How it came about">
      <ul className={classes.kin}>
        {data.map((one) => (
          <li key={`${one.kind}/${one.at}/${one.trend_id}/${one.before_id}`}>
            <Text size="sm">
              <Said kinship={one} id={id} />
            </Text>
            <Text size="xs" c="dimmed" className="num">
              <When at={one.at} />, {plural(one.offers, 'offer')} in both
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Said({ kinship, id }: { kinship: Kinship; id: string }) {
  const { before, other, after } = kinWords(kinship, id);
  if (other === null) return `${before} “${kinship.key_before}”${after}`;
  return (
    <>
      {before}
      <TextLink to="/trends/$trendId" params={{ trendId: other }} inherit>
        {kinship.other_name}
      </TextLink>
      {after}
    </>
  );
}
