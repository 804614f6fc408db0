import { Modal } from '@mantine/core';
import { useState } from 'react';

import type { ExportFilter } from '@/lib/schema';

import { ExportForm } from './ExportForm';
import { ExportMade } from './ExportMade';

interface ExportDialogProps {
  opened: boolean;
  /** Which offers, for the API, and in words. */
  filter: ExportFilter;
  about: string;
  onClose: () => void;
}

/** Asks for a file of offers, and shows it being written. It goes on when the dialog is closed. */
export function ExportDialog({ opened, filter, about, onClose }: ExportDialogProps) {
  const [made, setMade] = useState<string | null>(null);
  const close = () => {
    onClose();
    // After the modal has faded, so that it does not turn back into a form before one's eyes.
    setTimeout(() => {
      setMade(null);
    }, 250);
  };
  return (
    <Modal opened={opened} onClose={close} title={made === null ? 'Export' : 'Your export'}>
      {made === null ? (
        <ExportForm filter={filter} about={about} onMade={setMade} />
      ) : (
        <ExportMade id={made} onClose={close} />
      )}
    </Modal>
  );
}
