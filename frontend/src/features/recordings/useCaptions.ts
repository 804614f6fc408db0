import { type RefObject, useEffect, useRef } from 'react';

import { useSegments } from './queries';

/** What is said, as captions of the film: the player's own button shows them. */
export function useCaptions(recordingId: string, url: string | null): RefObject<HTMLTrackElement | null> {
  const captions = useRef<HTMLTrackElement>(null);
  const { data } = useSegments(recordingId).query;
  useEffect(() => {
    const element = captions.current;
    // Outside browsers, in tests of pages, nothing shows captions.
    if (element === null || data === undefined || typeof VTTCue === 'undefined') return undefined;
    const { track } = element;
    if (track.mode === 'disabled') track.mode = 'hidden';
    const cues = data.pages
      .flatMap(({ items }) => items)
      .filter(({ text }) => text !== '')
      .map(({ start, end, text }) => new VTTCue(start, Math.max(end, start + 0.1), text));
    for (const cue of cues) track.addCue(cue);
    return () => {
      // Those that are there: a player that begins anew has dropped them itself.
      for (const cue of [...(track.cues ?? [])]) track.removeCue(cue);
    };
  }, [data, url]);
  return captions;
}
