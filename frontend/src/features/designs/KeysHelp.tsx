import { Text } from '@mantine/core';

import { type KeyMeaning, KeysModal } from '@/components/KeysModal';

const KEYS: KeyMeaning[] = [
  [['j', 'k', '← ↑ ↓ →'], 'Next, back, and to a neighbour'],
  [['a'], 'Approve'],
  [['r'], 'Reject, with a reason'],
  [['z'], 'Look closely'],
  [['?'], 'These keys'],
];

const GALLERY: KeyMeaning[] = [
  [['Enter'], 'Open the design'],
  [['x'], 'Select, for many at once'],
  [['Esc'], 'Select none'],
];

const REVIEW: KeyMeaning[] = [
  [['Enter'], 'Open the design’s own page'],
  [['Esc'], 'Back to the gallery'],
];

interface KeysHelpProps {
  opened: boolean;
  where: 'gallery' | 'review';
  onClose: () => void;
}

export function KeysHelp({ opened, where, onClose }: KeysHelpProps) {
  return (
    <KeysModal keys={[...KEYS, ...(where === 'gallery' ? GALLERY : REVIEW)]} opened={opened} onClose={onClose}>
      <Text size="sm" c="dimmed" mt="md">
        {where === 'gallery'
          ? 'Letters act on the design that has the focus.'
          : 'After each decision the next design comes by itself.'}
      </Text>
    </KeysModal>
  );
}
