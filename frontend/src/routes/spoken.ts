import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { placeSearch, recordingSearch } from '@/features/recordings/search';

import { lazy } from './lazy';
import { inside } from './trunk';

const recordings = createRoute({
  getParentRoute: () => inside,
  path: '/recordings',
  validateSearch: recordingSearch,
  component: lazyRouteComponent(lazy.recordings, 'RecordingsPage'),
});
const recording = createRoute({
  getParentRoute: () => inside,
  path: '/recordings/$recordingId',
  validateSearch: placeSearch,
  component: lazyRouteComponent(lazy.recording, 'RecordingPage'),
});

/** What was recorded, and what is said in it. */
export const spoken = [recordings, recording] as const;
