import { Alert, Select, SimpleGrid, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';

import type { ImportPreview } from '@/lib/schema';

import { type LayoutWish, withLayout, type Wishes } from './wishes';

const CHOICES: Record<LayoutWish, [string, string][]> = {
  encoding: [
    ['utf-8', 'UTF-8'],
    ['cp1252', 'Windows (cp1252)'],
    ['utf-16-le', 'UTF-16, little end first'],
    ['utf-16-be', 'UTF-16, big end first'],
  ],
  delimiter: [
    [',', 'Comma'],
    [';', 'Semicolon'],
    ['\t', 'Tab'],
    ['|', 'Bar'],
  ],
  decimals: [
    ['point', 'Point: 1,299.00'],
    ['comma', 'Comma: 1.299,00'],
  ],
};
const NAMES: Record<LayoutWish, string> = {
  encoding: 'Encoding',
  delimiter: 'Between columns',
  decimals: 'Decimals',
};

interface LayoutProps {
  preview: ImportPreview;
  wishes: Wishes;
  onWishes: (next: Wishes) => void;
}

/** How the file's letters, columns and numbers are written. */
export function Layout({ preview, wishes, onWishes }: LayoutProps) {
  const asked: LayoutWish[] =
    preview.format === 'csv' ? ['encoding', 'delimiter', 'decimals'] : ['encoding', 'decimals'];
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg">
        {asked.map((wish) => (
          <Select
            key={wish}
            label={NAMES[wish]}
            data={[{ value: '', label: guessed(wish, preview) }, ...CHOICES[wish].map(asOption)]}
            value={wishes[wish] ?? ''}
            onChange={(value) => {
              const chosen = CHOICES[wish].find(([one]) => one === value)?.[0];
              onWishes(withLayout(wishes, wish, chosen as Wishes[LayoutWish]));
            }}
          />
        ))}
      </SimpleGrid>
      {preview.notes.length > 0 && (
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />}>
          {preview.notes.map((note) => (
            <Text size="sm" key={note}>
              {note}
            </Text>
          ))}
        </Alert>
      )}
    </>
  );
}

const asOption = ([value, label]: [string, string]) => ({ value, label });

function guessed(wish: LayoutWish, preview: ImportPreview): string {
  const found = preview[wish];
  if (found === null) return wish === 'decimals' ? 'Each number by itself' : 'As it is found';
  const word = CHOICES[wish].find(([value]) => value === found)?.[1] ?? found;
  return `Found: ${word}`;
}

export function formatWord(format: string): string {
  return { csv: 'CSV', json: 'JSON', 'json-lines': 'JSON lines' }[format] ?? format;
}
