import { Anchor, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';

import classes from './posts.module.css';

/** So much of a post is shown at first: six lines. */
const MOST = 140;

/** What somebody said; of what is long, the beginning first. */
export function Said({ text }: { text: string }) {
  const { ref, height } = useElementSize<HTMLParagraphElement>();
  const [whole, setWhole] = useState(false);
  return (
    <div className={classes.said}>
      <div className={classes.beginning} data-whole={whole || undefined}>
        <Text ref={ref} className={classes.text}>
          {text}
        </Text>
      </div>
      {height > MOST && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={whole}
          onClick={() => {
            setWhole(!whole);
          }}
        >
          {whole ? 'Show less' : 'Show all of it'}
        </Anchor>
      )}
    </div>
  );
}
