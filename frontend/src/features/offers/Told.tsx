import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';

import classes from './offer.module.css';

/** A number that says where it comes from when it is asked. */
export function Told({ about, onAsk, children }: { about: string; onAsk: () => void; children: ReactNode }) {
  return (
    <UnstyledButton
      className={classes.told}
      title="Where this comes from"
      aria-label={`${about}: where this comes from`}
      onClick={onAsk}
    >
      {children}
    </UnstyledButton>
  );
}
