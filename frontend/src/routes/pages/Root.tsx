import { Outlet } from '@tanstack/react-router';

import { OfflineBanner } from '@/features/live/OfflineBanner';

export function Root() {
  return (
    <>
      <a href="#main" className="skip">
        Skip to content
      </a>
      <OfflineBanner />
      <Outlet />
    </>
  );
}
