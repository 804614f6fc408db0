import type { ReactNode } from 'react';

interface ScrollRegionProps {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

/** What is wider or longer than its place scrolls here; the page itself never goes sideways. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // The region can be scrolled with the keyboard only when it can be focused.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
    <div className={className} tabIndex={0} role="region" aria-label={label} style={{ overflow: 'auto' }}>
      {children}
    </div>
  );
}
