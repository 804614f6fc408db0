import { AlarmMark } from '@/features/marketplaces/AlarmMark';
import { useWatches } from '@/features/watches/queries';

/** On the way to the sources, while something is wrong with one that this workspace watches. */
export function SourcesMark() {
  const { data: watches = [] } = useWatches();
  return <AlarmMark watched={new Set(watches.map((one) => one.marketplace))} />;
}
