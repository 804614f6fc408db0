import { useEffect, useState } from 'react';

import { dateTime, until } from '@/lib/format';

/** How long it still is, second by second; when the moment has come it says so. */
export function Countdown({ to }: { to: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return (
    <time dateTime={to} title={dateTime(to)} className="num" style={{ whiteSpace: 'nowrap' }} aria-live="off">
      {until(to, now)}
    </time>
  );
}
