import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

interface TabsProps {
  label: string;
  className: string | undefined;
  children: ReactNode;
}

/** Links in one line. Where they do not all fit, the one that is open is brought into sight. */
export function Tabs({ label, className, children }: TabsProps) {
  const line = useRef<HTMLElement>(null);
  const place = useLocation({ select: ({ href }) => href });
  useEffect(() => {
    const open = line.current?.querySelector('[data-status="active"]');
    if (!line.current || !open) return;
    const [whole, part] = [line.current.getBoundingClientRect(), open.getBoundingClientRect()];
    line.current.scrollLeft += part.left + part.width / 2 - (whole.left + whole.width / 2);
  }, [place]);
  return (
    <nav ref={line} aria-label={label} className={className}>
      {children}
    </nav>
  );
}
