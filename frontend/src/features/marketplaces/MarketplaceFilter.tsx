import { FilterSelect } from '@/components/FilterSelect';

import { useMarketplaces } from './queries';

interface MarketplaceFilterProps {
  name: string | undefined;
  onName: (name: string | undefined) => void;
}

export function MarketplaceFilter({ name, onName }: MarketplaceFilterProps) {
  const { data: marketplaces = [] } = useMarketplaces();
  return (
    <FilterSelect
      label="Only from"
      all="Every marketplace"
      w={170}
      choices={marketplaces.map((one) => ({ value: one.name, label: one.title }))}
      value={name}
      onValue={onName}
    />
  );
}
