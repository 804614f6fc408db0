import { Kbd, Modal, Table, Text } from '@mantine/core';

const KEYS: [string[], string][] = [
  [['j', 'k', '← ↑ ↓ →'], 'Next, back, and to a neighbour'],
  [['a'], 'Approve'],
  [['r'], 'Reject, with a reason'],
  [['z'], 'Look closely'],
  [['?'], 'These keys'],
];

const GALLERY: typeof KEYS = [
  [['Enter'], 'Open the design'],
  [['x'], 'Select, for many at once'],
  [['Esc'], 'Select none'],
];

const REVIEW: typeof KEYS = [
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
    <Modal opened={opened} onClose={onClose} title="Keys" size="sm">
      <Table withRowBorders={false} verticalSpacing={6} horizontalSpacing={0} aria-label="Keys">
        <Table.Tbody>
          {[...KEYS, ...(where === 'gallery' ? GALLERY : REVIEW)].map(([names, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td w={150}>
                {names.map((name) => (
                  <Kbd key={name} mr={6}>
                    {name}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="md">
        {where === 'gallery'
          ? 'Letters act on the design that has the focus.'
          : 'After each decision the next design comes by itself.'}
      </Text>
    </Modal>
  );
}
