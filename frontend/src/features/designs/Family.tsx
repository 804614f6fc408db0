import { Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Art } from '@/components/Art';
import { useGround } from '@/components/Ground';
import { TextLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import type { Design } from '@/lib/schema';

import { designWord } from './DesignBadge';
import { variantWord } from './facts';
import { useDesigns } from './queries';
import classes from './view.module.css';

const SHOWN = 24;

/** Everything that was drawn of the same idea, in the order of drawing, and what came from what. */
export function Family({ design }: { design: Design }) {
  const { query, items } = useDesigns({ idea_id: design.idea_id }, SHOWN);
  const [ground] = useGround();
  const relatives = items
    .filter(({ idea_id: idea }) => idea === design.idea_id)
    .sort((one, other) => one.variant - other.variant);
  const variantOf = new Map(relatives.map(({ id, variant }) => [id, variant]));
  if (query.isPending) return <Skeleton h={150} radius="lg" />;
  if (query.isError || relatives.length < 2) return null;
  return (
    <Panel
      title="Drawn of the same idea"
      about={
        design.parent_id !== null && <EditedFrom id={design.parent_id} variant={variantOf.get(design.parent_id)} />
      }
      action={
        <TextLink to="/designs" search={{ idea_id: design.idea_id }} size="sm">
          See all
        </TextLink>
      }
    >
      <ul className={classes.strip} aria-label="Drawn of the same idea">
        {relatives.map((one) => (
          <li key={one.id}>
            <Link
              to="/designs/$designId"
              params={{ designId: one.id }}
              className={classes.relative}
              aria-label={`${variantWord(one.variant)}, ${designWord(one.status)}: ${one.slogan}`}
            >
              {one.status === 'planned' ? (
                <span className={`${classes.relativeArt ?? ''} ${classes.warp ?? ''}`} />
              ) : (
                <Art
                  src={one.thumbnail_url}
                  alt=""
                  ground={ground}
                  dark={one.on_dark}
                  className={classes.relativeArt ?? ''}
                />
              )}
              <Text size="xs" fw={550} truncate>
                {variantWord(one.variant)}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {one.id === design.id ? 'This one' : designWord(one.status)}
                {one.parent_id !== null &&
                  variantOf.has(one.parent_id) &&
                  `, from ${variantWord(variantOf.get(one.parent_id) ?? 0).toLowerCase()}`}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function EditedFrom({ id, variant }: { id: string; variant: number | undefined }) {
  return (
    <>
      Edited from{' '}
      <TextLink to="/designs/$designId" params={{ designId: id }} fz="inherit" underline="always">
        {variant === undefined ? `design ${id.slice(-6)}` : variantWord(variant).toLowerCase()}
      </TextLink>
      .
    </>
  );
}
