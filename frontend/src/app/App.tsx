import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';

import { Splash } from '@/components/Splash';
import { type Outside, OutsideContext, useSession } from '@/lib/context';

import { LiveLink } from './LiveLink';
import { createQueryClient } from './queryClient';
import { createAppRouter } from './router';
import { theme, variables } from './theme';

const scheme = localStorageColorSchemeManager({ key: 'wareloom.scheme' });

interface AppProps {
  /** The API and the session; made once by whoever starts the app. */
  outside: Outside;
  history?: RouterHistory;
}

export function App({ outside, history }: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
    >
      <OutsideContext value={outside}>
        <Notifications position="bottom-right" limit={4} />
        <Entry outside={outside} history={history} />
      </OutsideContext>
    </MantineProvider>
  );
}

/** Nothing is shown before it is known who is there: no page flashes that is not theirs. */
function Entry({ outside, history }: { outside: Outside; history: RouterHistory | undefined }) {
  const [router] = useState(() => createAppRouter(outside, history));
  const session = useSession();
  const who = session.status === 'in' ? `${session.me.tenant.id}/${session.me.id}` : session.status;

  useEffect(() => {
    void outside.session.restore();
  }, [outside]);

  // Somebody came, went or changed places: nothing of the one before stays, and the guards are asked again.
  const queries = useMemo(() => ({ who, client: createQueryClient() }), [who]).client;
  const was = useRef(who);
  useEffect(() => {
    if (was.current !== who) void router.invalidate();
    was.current = who;
  }, [who, router]);

  if (session.status === 'starting') return <Splash />;
  if (session.status === 'unreachable') {
    return <Splash problem={session.problem} onRetry={() => void outside.session.restore()} />;
  }
  return (
    <QueryClientProvider client={queries}>
      <LiveLink key={who}>
        <RouterProvider router={router} />
      </LiveLink>
    </QueryClientProvider>
  );
}
