import { Button, Checkbox, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { Art } from '@/components/Art';
import type { GroundColour } from '@/components/Ground';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import type { Design, DesignStatus } from '@/lib/schema';

import { type Verdict } from './decide';
import { DesignBadge } from './DesignBadge';
import classes from './designs.module.css';

interface DesignCardProps {
  design: Design;
  /** As a person sees it: with a decision that is on its way. */
  status: DesignStatus;
  ground: GroundColour;
  /** Null: this person cannot decide, or there is nothing to decide. */
  onDecide: ((verdict: Verdict) => void) | null;
  selected: boolean;
  onSelect: (selected: boolean) => void;
}

export function DesignCard({ design, status, ground, onDecide, selected, onSelect }: DesignCardProps) {
  return (
    <li className={classes.card} data-status={status} data-selected={selected || undefined} data-testid="design">
      <Picture design={design} status={status} ground={ground} />
      {onDecide && (
        <Checkbox
          className={classes.check}
          aria-label={`Select ${design.slogan}`}
          checked={selected}
          onChange={(event) => {
            onSelect(event.currentTarget.checked);
          }}
        />
      )}
      <div className={classes.words}>
        <Link
          to="/designs/$designId"
          params={{ designId: design.id }}
          className={classes.cover}
          data-cursor={design.id}
        >
          {design.slogan}
        </Link>
        <div className={classes.line}>
          <DesignBadge status={status} sent={status !== design.status} />
          <Text span size="xs" c="dimmed" truncate>
            {design.studio}
          </Text>
        </div>
        <Told design={design} />
        {onDecide && (
          <div className={classes.acts}>
            <Button
              size="compact-sm"
              leftSection={<IconCheck size={14} aria-hidden />}
              aria-label={`Approve ${design.slogan}`}
              onClick={() => {
                onDecide('approved');
              }}
            >
              Approve
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconX size={14} aria-hidden />}
              aria-label={`Reject ${design.slogan}`}
              onClick={() => {
                onDecide('rejected');
              }}
            >
              Reject
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

function Picture({ design, status, ground }: Pick<DesignCardProps, 'design' | 'status' | 'ground'>) {
  if (status === 'planned') {
    return (
      <div className={classes.drawing}>
        <span aria-hidden />
        <Text size="xs" c="dimmed">
          On the loom
        </Text>
      </div>
    );
  }
  return (
    <Art src={design.thumbnail_url} alt="" ground={ground} dark={design.on_dark} className={classes.thumb ?? ''} />
  );
}

/** Who decided and why, or how long it waits. */
function Told({ design }: { design: Design }) {
  const actor = useActorName();
  const { status, reason, decided_by: by, decided_at: at, expires_at: until } = design;
  if (status === 'waiting') {
    return (
      <Text size="xs" c="dimmed">
        Made <When at={design.generated_at ?? design.created_at} />
        {until !== null && (
          <>
            , closes <When at={until} />
          </>
        )}
      </Text>
    );
  }
  return (
    <>
      {at !== null && (
        <Text size="xs" c="dimmed">
          {by !== null && status !== 'expired' && `${actor(by)}, `}
          <When at={at} />
        </Text>
      )}
      {reason !== null && (
        <Text size="xs" lineClamp={2} c={status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} title={reason}>
          {reason}
        </Text>
      )}
    </>
  );
}
