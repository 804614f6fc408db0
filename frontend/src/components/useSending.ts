import { useEffect, useRef, useState } from 'react';

import { asProblem, type Problem } from '@/lib/problem';
import type { UploadForm } from '@/lib/schema';
import { postFile } from '@/lib/upload';

interface Announced {
  id: string;
  upload: UploadForm;
}

interface Way<T> {
  /** Says what is coming; the answer has the form that the file is posted with. */
  announce: () => Promise<Announced>;
  /** The file is there. */
  begin: (id: string) => Promise<T>;
  /** It was announced and does not come: nobody need wait for it. */
  drop: (id: string) => Promise<unknown>;
}

export interface Underway {
  file: File;
  share: number;
}

/** Announces a file, posts it where it is kept, and begins with it; it can be cancelled while it is on its way. */
export function useSending<T>() {
  const [underway, setUnderway] = useState<Underway | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const send = async (file: File, way: Way<T>): Promise<T | null> => {
    const { signal } = (stop.current = new AbortController());
    setProblem(null);
    setUnderway({ file, share: 0 });
    let announced: Announced | null = null;
    try {
      announced = await way.announce();
      await postFile(announced.upload, file, {
        signal,
        onShare: (share) => {
          setUnderway({ file, share });
        },
      });
      return await way.begin(announced.id);
    } catch (error) {
      if (announced !== null) way.drop(announced.id).catch(() => undefined);
      if (!signal.aborted) setProblem(asProblem(error));
      return null;
    } finally {
      setUnderway(null);
    }
  };
  return {
    underway,
    problem,
    send,
    cancel: () => stop.current?.abort(),
    forget: () => {
      setProblem(null);
    },
  };
}
