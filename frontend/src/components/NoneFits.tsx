import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { Empty } from './Empty';

interface NoneFitsProps {
  title: string;
  /** What the button says that takes every filter off. */
  all: string;
  onAll: () => void;
  children?: ReactNode;
}

/** A list that was narrowed until nothing is left of it. */
export function NoneFits({ title, all, onAll, children }: NoneFitsProps) {
  return (
    <Empty
      title={title}
      action={
        <Button variant="default" onClick={onAll}>
          {all}
        </Button>
      }
    >
      {children}
    </Empty>
  );
}
