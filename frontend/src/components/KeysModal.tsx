import { Kbd, Modal, Table } from '@mantine/core';
import type { ReactNode } from 'react';

export type KeyMeaning = [keys: string[], meaning: string];

interface KeysModalProps {
  keys: readonly KeyMeaning[];
  opened: boolean;
  onClose: () => void;
  children?: ReactNode;
}

/** What the keyboard does on a page. */
export function KeysModal({ keys, opened, onClose, children }: KeysModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="sm">
      <Table withRowBorders={false} verticalSpacing={6} horizontalSpacing={0} aria-label="Keys">
        <Table.Tbody>
          {keys.map(([names, meaning]) => (
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
      {children}
    </Modal>
  );
}
