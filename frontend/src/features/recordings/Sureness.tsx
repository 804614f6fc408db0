import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconHelpCircle, IconUserCheck } from '@tabler/icons-react';

import { When } from '@/components/When';
import { useActorName, within } from '@/features/accounts/actor';
import { useRights } from '@/lib/context';
import { portion } from '@/lib/format';
import type { Segment } from '@/lib/schema';

import classes from './recordings.module.css';

/** Below this a transcriber as good as says that it guessed. */
const UNSURE = 0.6;

export function isUnsure({ confidence, heard }: Segment): boolean {
  return heard === null && confidence !== null && confidence < UNSURE;
}

/** How sure the transcriber was, or who knows better, with what was heard at first. */
export function Sureness({ segment, onBack }: { segment: Segment; onBack: () => void }) {
  const actor = useActorName();
  const { work } = useRights();
  if (segment.heard === null) {
    if (segment.confidence === null) return null;
    const unsure = isUnsure(segment);
    return (
      <Text size="xs" c="dimmed" className={`num ${classes.sure ?? ''}`} data-unsure={unsure || undefined}>
        {unsure && <IconHelpCircle size={13} aria-hidden />}
        {unsure ? `Unsure of the words, ${portion(segment.confidence)}` : `Words ${portion(segment.confidence)} sure`}
      </Text>
    );
  }
  return (
    <div className={classes.sure}>
      <IconUserCheck size={13} aria-hidden />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        Put right{segment.edited_by !== null && ` by ${within(actor(segment.edited_by))}`}
        {segment.edited_at !== null && (
          <>
            {' '}
            <When at={segment.edited_at} />
          </>
        )}
        . Heard: “{segment.heard}”
      </Text>
      {work && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconArrowBackUp size={13} aria-hidden />}
          onClick={onBack}
        >
          Back to what was heard
        </Button>
      )}
    </div>
  );
}
