import { useEffect, useEffectEvent, useState } from 'react';

import { got } from '@/lib/api';
import { useOutside } from '@/lib/context';
import { createLive, type LiveMessage, type LiveStatus, openSocket } from '@/lib/live';

/** The socket of whoever is signed in, for as long as the component lives. */
export function useLive({
  wanted,
  onMessages,
  onLost,
}: {
  wanted: boolean;
  onMessages: (messages: LiveMessage[]) => void;
  onLost: () => void;
}): LiveStatus {
  const { api } = useOutside();
  const [status, setStatus] = useState<LiveStatus>('off');
  const heard = useEffectEvent(onMessages);
  const lost = useEffectEvent(onLost);

  useEffect(() => {
    if (!wanted) return undefined;
    const live = createLive({
      ticket: () => got(api.POST('/api/v1/live/tickets')),
      open: (path) => openSocket(`${window.location.origin.replace(/^http/, 'ws')}${path}`),
      onMessages: (messages) => {
        heard(messages);
      },
      onLost: () => {
        lost();
      },
      onStatus: setStatus,
    });
    const hurry = () => {
      if (document.visibilityState === 'visible') live.hurry();
    };
    window.addEventListener('online', hurry);
    document.addEventListener('visibilitychange', hurry);
    live.start();
    return () => {
      window.removeEventListener('online', hurry);
      document.removeEventListener('visibilitychange', hurry);
      live.stop();
    };
  }, [api, wanted]);

  return status;
}
