import { Modal } from '@mantine/core';

import { WhyForm } from '@/components/WhyForm';

const USUAL = ['We have seen to it', 'An old joke', 'Not about us', 'Expected'];

interface CloseModalProps {
  subject: string;
  opened: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Asks why first: whoever reads the history later wants to know. */
export function CloseModal({ subject, opened, onReason, onClose }: CloseModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Close the alert about “${subject}”?`}>
      <WhyForm
        label="Why"
        missing="Say why."
        usual={USUAL}
        above="It opens again only after the numbers have been under the lower threshold once."
        verb="Close the alert"
        onReason={onReason}
        onClose={onClose}
      />
    </Modal>
  );
}
