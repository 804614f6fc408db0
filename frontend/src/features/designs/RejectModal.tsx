import { Modal } from '@mantine/core';
import { useState } from 'react';

import { WhyForm } from '@/components/WhyForm';
import { plural } from '@/lib/format';
import type { Design } from '@/lib/schema';

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
      <WhyForm
        key={asked?.map(({ id }) => id).join()}
        label="Why not?"
        description="The next designs learn from it. A rejection cannot be taken back."
        missing="Say why, in a word or two."
        usual={USUAL}
        below={(asked?.length ?? 0) > 1 && 'All of them get this reason.'}
        verb="Reject"
        final
        onReason={onReject}
        onClose={onClose}
      />
    </Modal>
  );
}

function title(designs: readonly Pick<Design, 'slogan'>[]): string {
  const [only, ...others] = designs;
  return only && others.length === 0 ? `Reject “${only.slogan}”?` : `Reject ${plural(designs.length, 'design')}?`;
}
