import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { type Api, done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { putPart } from '@/lib/upload';

import { createMemory } from './remembered';
import { createUploads, type Upload, type Uploads } from './uploads';

const LONGEST_NAME = 200;
// They outlive the page that began them, and end with the app.
const running = new WeakMap<Api, Uploads>();

export function useUploads(): Uploads & { uploads: readonly Upload[] } {
  const api = useApi();
  const queries = useQueryClient();
  const own = running.get(api) ?? opened(api, queries);
  return { ...own, uploads: useSyncExternalStore(own.list.subscribe, own.list.get) };
}

function opened(api: Api, queries: QueryClient): Uploads {
  const of = (id: string) => ({ params: { path: { recording_id: id } } });
  const made = createUploads({
    announce: (file, choice, id) =>
      got(
        api.POST('/api/v1/recordings', {
          body: { name: file.name.slice(0, LONGEST_NAME), size: file.size, id, ...choice },
        }),
      ),
    recording: (id) => got(api.GET('/api/v1/recordings/{recording_id}', of(id))),
    arrived: async (id) => (await got(api.GET('/api/v1/recordings/{recording_id}/parts', of(id)))).items,
    sign: async (id, number) => {
      const body = { numbers: [number] };
      const { items } = await got(api.POST('/api/v1/recordings/{recording_id}/parts', { ...of(id), body }));
      return items[0]?.url ?? '';
    },
    put: putPart,
    finish: (id) => got(api.POST('/api/v1/recordings/{recording_id}/finish', of(id))),
    cancel: (id) => done(api.POST('/api/v1/recordings/{recording_id}/cancel', of(id))),
    wait: waitOrOnline,
    memory: createMemory(localStorage),
    onChange: () => void queries.invalidateQueries({ queryKey: keys.recordings }),
  });
  window.addEventListener('online', made.resume);
  running.set(api, made);
  return made;
}

/** So long, or until the network is back: without one there is nothing to wait for but that. */
function waitOrOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = navigator.onLine ? setTimeout(end, ms) : undefined;
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
