import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';

import type { Outside } from '@/lib/context';
import { given, innerPlace } from '@/lib/search';

import { Lost } from './pages/Lost';
import { Root } from './pages/Root';
import { Shell } from './shell/Shell';

export const root = createRootRouteWithContext<{ outside: Outside }>()({ component: Root, notFoundComponent: Lost });

/** Everything that needs somebody to be signed in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  notFoundComponent: Lost,
  beforeLoad: ({ context, location }) => {
    const session = context.outside.session.state.get();
    if (session.status === 'in') return;
    const from =
      location.href === '/' || (session.status === 'out' && session.because === 'left')
        ? undefined
        : innerPlace(location.href);
    throw redirect({ to: '/sign-in', search: given<{ from?: string }>({ from }) });
  },
});
