import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';

import { Art } from '@/components/Art';
import { Panel } from '@/components/Panel';
import { words } from '@/lib/readable';
import type { Mockup } from '@/lib/schema';

import { Lightbox } from './Lightbox';
import { mockupOf } from './pictures';
import classes from './view.module.css';

/** How it looks on what is sold; each opens as large as the screen. */
export function Mockups({ mockups }: { mockups: Mockup[] }) {
  const [at, setAt] = useState<number | null>(null);
  if (mockups.length === 0) return null;
  return (
    <Panel title="Mockups">
      <ul className={classes.strip} aria-label="Mockups">
        {mockups.map((one, index) => (
          <li key={`${one.product}/${one.colour}`}>
            <UnstyledButton
              className={classes.mockup}
              aria-label={`Look closely at ${one.product}, ${one.colour}`}
              onClick={() => {
                setAt(index);
              }}
            >
              <Art src={one.url} alt="" ground="#ffffff" className={classes.mockupArt ?? ''} />
              <span>
                {words(one.product)} <small>{one.colour}</small>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Lightbox pictures={mockups.map(mockupOf)} at={at} onAt={setAt} />
    </Panel>
  );
}
