import { createRouter, type RouterHistory } from '@tanstack/react-router';

import type { Outside } from '@/lib/context';
import { Broken } from '@/routes/pages/Broken';
import { tree } from '@/routes/tree';

export function createAppRouter(outside: Outside, history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    ...(history ? { history } : {}),
    context: { outside },
    defaultErrorComponent: Broken,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
