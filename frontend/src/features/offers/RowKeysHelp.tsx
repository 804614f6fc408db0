import { Kbd, Modal, Table } from '@mantine/core';

const KEYS: [string[], string][] = [
  [['j', 'k', '↓ ↑'], 'The next offer, the one before'],
  [['Enter'], 'Open it'],
  [['x'], 'Select it; Shift and a click reach from the last one'],
  [['a'], 'Select all shown, or none of them'],
  [['Esc'], 'Select none'],
  [['/'], 'Find anything'],
  [['?'], 'These keys'],
];

export function RowKeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="sm">
      <Table withRowBorders={false} verticalSpacing={6} horizontalSpacing={0} aria-label="Keys">
        <Table.Tbody>
          {KEYS.map(([names, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td w={120}>
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
    </Modal>
  );
}
