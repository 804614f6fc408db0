import { type KeyMeaning, KeysModal } from '@/components/KeysModal';

const KEYS: KeyMeaning[] = [
  [['j', 'k', '↓ ↑'], 'The next offer, the one before'],
  [['Enter'], 'Open it'],
  [['x'], 'Select it; Shift and a click reach from the last one'],
  [['a'], 'Select all shown, or none of them'],
  [['Esc'], 'Select none'],
  [['/'], 'Find anything'],
  [['?'], 'These keys'],
];

export function RowKeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return <KeysModal keys={KEYS} opened={opened} onClose={onClose} />;
}
