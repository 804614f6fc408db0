import { IconPhotoOff } from '@tabler/icons-react';

import { useKept } from '@/lib/kept';

import classes from './Art.module.css';
import { Ground, type GroundColour } from './Ground';

interface ArtProps {
  src: string | null;
  /** What it shows; empty where the words beside it say so already. */
  alt: string;
  ground?: GroundColour;
  dark?: boolean;
  /** Of the frame, a square; without it the frame is as large as what it stands in. */
  size?: number;
  /** The most urgent picture of a page is not waited for. */
  eager?: boolean;
  className?: string;
}

/** Transparent art on its ground, or a quiet sign that there is none. */
export function Art({ src, alt, ground = 'checker', dark = false, size, eager = false, className = '' }: ArtProps) {
  const { shown, broken, onError } = useKept(src);
  return (
    <Ground
      ground={ground}
      dark={dark}
      className={`${classes.frame ?? ''} ${className}`}
      {...(size === undefined
        ? {}
        : { style: { width: size, height: size, flex: 'none', backgroundSize: '10px 10px' } })}
    >
      {shown !== null && !broken ? (
        <img src={shown} alt={alt} loading={eager ? 'eager' : 'lazy'} decoding="async" onError={onError} />
      ) : (
        <None size={size} said={alt !== ''} />
      )}
    </Ground>
  );
}

function None({ size, said }: { size: number | undefined; said: boolean }) {
  return (
    <span className={classes.none}>
      <IconPhotoOff size={size === undefined ? 26 : size / 2.6} stroke={1.4} aria-hidden />
      {said && size === undefined && <span>No picture</span>}
    </span>
  );
}
