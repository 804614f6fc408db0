import { Button, Chip, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

import { plural } from '@/lib/format';
import type { Design } from '@/lib/schema';

/** As long as the API takes it. */
const LONGEST = 500;
const USUAL = ['Hard to read', 'The colours do not fit', 'Off the trend', 'Too much like another one'];

interface RejectModalProps {
  /** Null: nothing is asked. */
  designs: readonly Pick<Design, 'id' | 'slogan'>[] | null;
  onReject: (reason: string) => void;
  onClose: () => void;
  /** The dialog is gone: the focus may go where it is wanted. */
  onGone?: () => void;
}

/** Asks why first: a rejection is for good, and the next designs learn from its reason. */
export function RejectModal({ designs, onReject, onClose, onGone }: RejectModalProps) {
  // What is asked about stays on the screen while the dialog fades.
  const [asked, setAsked] = useState(designs);
  if (designs !== null && designs !== asked) setAsked(designs);
  return (
    <Modal
      opened={designs !== null}
      onClose={onClose}
      title={title(asked ?? [])}
      returnFocus={onGone === undefined}
      {...(onGone ? { onExitTransitionEnd: onGone } : {})}
    >
      <ReasonForm
        key={asked?.map(({ id }) => id).join()}
        many={(asked?.length ?? 0) > 1}
        onReject={onReject}
        onClose={onClose}
      />
    </Modal>
  );
}

function title(designs: readonly Pick<Design, 'slogan'>[]): string {
  const [only, ...others] = designs;
  return only && others.length === 0 ? `Reject “${only.slogan}”?` : `Reject ${plural(designs.length, 'design')}?`;
}

function ReasonForm({ many, onReject, onClose }: { many: boolean } & Pick<RejectModalProps, 'onReject' | 'onClose'>) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = () => {
    const said = reason.trim();
    if (said === '') setMissing(true);
    else onReject(said);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="md">
        <Textarea
          label="Why not?"
          description="The next designs learn from it. A rejection cannot be taken back."
          autosize
          minRows={2}
          maxRows={6}
          maxLength={LONGEST}
          data-autofocus
          value={reason}
          error={missing && reason.trim() === '' ? 'Say why, in a word or two.' : null}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <Group gap={6} role="group" aria-label="Usual reasons">
          {USUAL.map((said) => (
            <Chip
              key={said}
              size="xs"
              checked={reason === said}
              onChange={() => {
                setReason(said);
              }}
            >
              {said}
            </Chip>
          ))}
        </Group>
        {many && (
          <Text size="sm" c="dimmed">
            All of them get this reason.
          </Text>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="madder.7" autoContrast={false}>
            Reject
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
