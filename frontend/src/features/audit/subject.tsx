import type { ReactNode } from 'react';

import { TextLink } from '@/components/links';

/** The way to what an act was about, where there is a page for it. */
export function subjectPlace(subject: string): ReactNode {
  const [kind, id] = subject.split(':', 2);
  if (kind !== 'task' || id === undefined) return null;
  return (
    <TextLink to="/tasks/$taskId" params={{ taskId: id }} underline="always">
      {id.slice(-6)}
    </TextLink>
  );
}
