import { useState } from 'react';

import classes from './Picture.module.css';

/** A marketplace's picture, or a woven stand-in when there is none or it does not load. */
export function Picture({ src, size = 44, seed = '' }: { src: string | null; size?: number | string; seed?: string }) {
  const [broken, setBroken] = useState(false);
  const turn = Array.from(seed).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return (
    <span
      className={classes.frame}
      style={
        {
          width: size,
          height: size,
          '--turn': `${(turn % 4) * 45}deg`,
          '--tint': turn % 3 === 0 ? 'var(--mantine-color-saffron-4)' : 'var(--mantine-color-pine-4)',
        } as React.CSSProperties
      }
      aria-hidden
    >
      {src !== null && !broken && (
        <img
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => {
            setBroken(true);
          }}
        />
      )}
    </span>
  );
}
