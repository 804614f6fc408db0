import { useLocalStorage } from '@mantine/hooks';

import { useMe } from '@/lib/context';

import { USUAL } from './columns';

export type Density = 'roomy' | 'tight';

/** The columns that this person wants to see, on this device. */
export function useColumns(): [string[], (ids: string[]) => void] {
  const [ids, setIds] = useLocalStorage<string[]>({
    key: `wareloom.offers.columns.${useMe()?.id ?? ''}`,
    defaultValue: USUAL,
    getInitialValueInEffect: false,
    deserialize: (kept) => readIds(kept) ?? USUAL,
  });
  return [ids, setIds];
}

export function useDensity(): [Density, (density: Density) => void] {
  const [density, setDensity] = useLocalStorage<Density>({
    key: `wareloom.offers.density.${useMe()?.id ?? ''}`,
    defaultValue: 'roomy',
    getInitialValueInEffect: false,
    serialize: (value) => value,
    deserialize: (kept) => (kept === 'tight' ? 'tight' : 'roomy'),
  });
  return [density, setDensity];
}

function readIds(kept: string | undefined): string[] | null {
  try {
    const read: unknown = JSON.parse(kept ?? '');
    return Array.isArray(read) ? read.filter((id) => typeof id === 'string') : null;
  } catch {
    return null;
  }
}
