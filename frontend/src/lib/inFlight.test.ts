// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { cookieMark, createInFlight } from './inFlight';

interface Browser {
  kept: Map<string, string>;
  at: number;
  mark: string;
  /** When the answer to what was left behind comes in. */
  lands?: number;
}

function needs(browser: Browser) {
  return {
    kept: {
      getItem: (key: string) => browser.kept.get(key) ?? null,
      setItem: (key: string, value: string) => void browser.kept.set(key, value),
      removeItem: (key: string) => void browser.kept.delete(key),
    },
    mark: () => browser.mark,
    now: () => browser.at,
    wait: (ms: number) => {
      browser.at += ms;
      if (browser.lands !== undefined && browser.at >= browser.lands) browser.mark = 'new';
      return Promise.resolve();
    },
  };
}

function page(browser: Browser) {
  const began = browser.at;
  const flight = createInFlight(needs(browser));
  return { flight, waited: () => browser.at - began };
}

const opened = (): Browser => ({ kept: new Map(), at: 1_000_000, mark: 'old' });

describe('a renewal that a page left behind', () => {
  it('is waited for by the next page until it lands, and no longer', async () => {
    const browser = opened();
    page(browser).flight.began();
    browser.at += 300;
    browser.lands = browser.at + 4_000;
    const next = page(browser);
    await next.flight.landed();
    expect(next.waited()).toBe(4_000);
  });

  it('holds nobody up when it was answered', async () => {
    const browser = opened();
    const first = page(browser).flight;
    first.began();
    first.answered();
    const next = page(browser);
    await next.flight.landed();
    expect(next.waited()).toBe(0);
  });

  it('is waited for although the page that was left was told that it failed', async () => {
    const browser = opened();
    const left = createInFlight({ ...needs(browser), wait: () => new Promise(() => undefined) }); // it is gone before that
    left.began();
    left.unanswered();
    browser.lands = browser.at + 900;
    const next = page(browser);
    await next.flight.landed();
    expect(next.waited()).toBe(900);
  });

  it('holds nobody up when it failed and the page is still there', async () => {
    const browser = opened();
    const first = page(browser).flight;
    first.began();
    first.unanswered();
    await Promise.resolve();
    const next = page(browser);
    await next.flight.landed();
    expect(next.waited()).toBe(0);
  });

  it('holds nobody up when it landed between the pages', async () => {
    const browser = opened();
    page(browser).flight.began();
    browser.mark = 'new';
    const next = page(browser);
    await next.flight.landed();
    expect(next.waited()).toBe(0);
  });

  it('is given up in time, also by a clock that was set back', async () => {
    const browser = opened();
    page(browser).flight.began();
    const next = page(browser);
    await next.flight.landed();
    expect(next.waited()).toBeGreaterThanOrEqual(12_000);
    expect(next.waited()).toBeLessThan(12_200);
    browser.at = 10;
    const later = page(browser);
    await later.flight.landed();
    expect(later.waited()).toBe(12_000);
  });

  it('is seen by what the server lets pages read', () => {
    expect(cookieMark('a=1; wareloom_renewed=4f2a; b=2')).toBe('4f2a');
    expect(cookieMark('not_wareloom_renewed=1')).toBe('');
  });
});
