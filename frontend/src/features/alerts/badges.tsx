import {
  IconAlertTriangle,
  IconArrowsShuffle,
  IconChartBar,
  IconCheck,
  IconEye,
  IconMoodSad,
} from '@tabler/icons-react';

import { type Look, LookBadge } from '@/components/LookBadge';
import type { AlertKind, AlertState } from '@/lib/schema';

const STATES: Record<AlertState, Look> = {
  open: ['Open', 'madder', IconAlertTriangle],
  acknowledged: ['Acknowledged', 'saffron', IconEye],
  closed: ['Closed', 'gray', IconCheck],
};

const KINDS: Record<AlertKind, Look> = {
  negative: ['Negative share', 'gray', IconMoodSad],
  burst: ['Burst', 'gray', IconChartBar],
  mix: ['New mix of emotions', 'gray', IconArrowsShuffle],
};

export function stateWord(state: AlertState): string {
  return STATES[state][0];
}

export function kindWord(kind: AlertKind): string {
  return KINDS[kind][0];
}

export function StateBadge({ state }: { state: AlertState }) {
  return <LookBadge look={STATES[state]} />;
}

export function KindBadge({ kind }: { kind: AlertKind }) {
  return <LookBadge look={KINDS[kind]} />;
}
