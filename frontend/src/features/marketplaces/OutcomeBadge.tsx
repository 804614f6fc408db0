import { IconBan, IconCheck, IconCircleDashed, IconX } from '@tabler/icons-react';

import { LookBadge } from '@/components/LookBadge';
import { words } from '@/lib/readable';

const LOOKS = {
  read: ['Read', 'pine', IconCheck, 'Offers were read from it.'],
  empty: ['Empty', 'gray', IconCircleDashed, 'It says itself that there is nothing.'],
  blocked: ['Blocked', 'saffron', IconBan, 'The site turned us away.'],
  rejected: ['Rejected', 'madder', IconX, 'It could not be understood.'],
} as const;

function look(outcome: string) {
  return outcome in LOOKS ? LOOKS[outcome as keyof typeof LOOKS] : null;
}

export function outcomeWord(outcome: string): string {
  return look(outcome)?.[0] ?? words(outcome);
}

export function outcomeMeaning(outcome: string): string {
  return look(outcome)?.[3] ?? '';
}

/** What became of a page. */
export function OutcomeBadge({ outcome }: { outcome: string }) {
  const [word, color, Icon] = look(outcome) ?? [words(outcome), 'gray', IconCircleDashed];
  return <LookBadge look={[word, color, Icon]} />;
}
