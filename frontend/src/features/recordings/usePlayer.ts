import { useCallback, useRef, useState } from 'react';

export interface Player {
  attach: (element: HTMLMediaElement | null) => void;
  /** Which second is heard. */
  second: number;
  /** Goes there and plays; as soon as it can, where the file is not read yet. */
  seek: (to: number, play?: boolean) => void;
  /** The file is read so far that it can be gone through. */
  ready: () => void;
  moved: () => void;
  /** Its address is about to change: it goes on where it is. */
  hold: () => void;
}

interface Place {
  second: number;
  play: boolean;
}

/** What is played and from where, for all that stands around the player. */
export function usePlayer(start: number | undefined): Player {
  const media = useRef<HTMLMediaElement>(null);
  const wanted = useRef<Place | null>(start === undefined ? null : { second: start, play: false });
  const [second, setSecond] = useState(start ?? 0);
  const seek = useCallback((to: number, play = true) => {
    setSecond(to);
    const element = media.current;
    if (element === null || element.readyState === 0) {
      wanted.current = { second: to, play };
      return;
    }
    element.currentTime = to;
    // A browser that does not let it sound yet shows the way to start it itself.
    if (play) element.play().catch(() => undefined);
  }, []);
  const attach = useCallback((element: HTMLMediaElement | null) => {
    media.current = element;
  }, []);
  return {
    attach,
    second,
    seek,
    ready: () => {
      const place = wanted.current;
      wanted.current = null;
      if (place !== null) seek(place.second, place.play);
    },
    moved: () => {
      if (media.current !== null && wanted.current === null) setSecond(media.current.currentTime);
    },
    hold: () => {
      const element = media.current;
      if (element !== null) wanted.current ??= { second: element.currentTime, play: !element.paused };
    },
  };
}
