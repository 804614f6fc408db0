import { useCallback, useEffect, useState } from 'react';

import { useSegments } from './queries';

export interface Captions {
  shown: boolean;
  show: (shown: boolean) => void;
}

/** What is said, as captions of the film: shown by its own button, or by ours. */
export function useCaptions(recordingId: string, media: HTMLMediaElement | null): Captions {
  const { data } = useSegments(recordingId).query;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    // Outside browsers, in tests of pages, nothing shows captions.
    if (media === null || typeof VTTCue === 'undefined') return undefined;
    const look = () => {
      setShown(trackOf(media).mode === 'showing');
    };
    media.textTracks.addEventListener('change', look);
    return () => {
      media.textTracks.removeEventListener('change', look);
    };
  }, [media]);
  useEffect(() => {
    if (media === null || data === undefined || typeof VTTCue === 'undefined') return undefined;
    const track = trackOf(media);
    const cues = data.pages
      .flatMap(({ items }) => items)
      .filter(({ text }) => text !== '')
      .map(({ start, end, text }) => new VTTCue(start, Math.max(end, start + 0.1), text));
    for (const cue of cues) track.addCue(cue);
    return () => {
      for (const cue of [...(trackOf(media).cues ?? [])]) track.removeCue(cue);
    };
  }, [data, media]);
  const show = useCallback(
    (wanted: boolean) => {
      if (media === null) return;
      trackOf(media).mode = wanted ? 'showing' : 'hidden';
      setShown(wanted); // the player tells it, too, only a little later
    },
    [media],
  );
  return { shown, show };
}

/** The one that we add to it: a `<track>` without a file counts as failed, and players offer no captions for it. */
function trackOf(media: HTMLMediaElement): TextTrack {
  const track = media.textTracks[0] ?? media.addTextTrack('captions', 'Transcript');
  // One that is switched off tells nobody its cues.
  if (track.mode === 'disabled') track.mode = 'hidden';
  return track;
}
