import { IconAlertTriangle } from '@tabler/icons-react';

import { LookBadge } from '@/components/LookBadge';

const LOOK = ['Little evidence', 'gray', IconAlertTriangle] as const;

/** Too little is known for the score to mean much: said, and never told as a score in the middle. */
export function LittleEvidence({ of: { low_evidence } }: { of: { low_evidence: boolean } }) {
  return low_evidence ? <LookBadge look={LOOK} /> : null;
}
