import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What a browser has and jsdom does not. Nothing of ours is replaced.
if (typeof window !== 'undefined') {
  Object.defineProperty(window, 'matchMedia', {
    value: (media: string) => ({
      media,
      matches: media.includes('min-width'),
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
      dispatchEvent: () => false,
    }),
  });
  class Silent {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
    takeRecords = () => [];
  }
  Object.assign(window, { ResizeObserver: Silent, IntersectionObserver: Silent, scrollTo: () => undefined });
  Object.defineProperty(document, 'fonts', { value: new EventTarget() });
  window.HTMLElement.prototype.scrollIntoView = () => undefined;
}

// A busy machine may be slow; a test waits for what it asks for, not for a time.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
  if (typeof window !== 'undefined') sessionStorage.clear();
});
