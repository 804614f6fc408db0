import { describe, expect, it } from 'vitest';

import { alert, rule } from '@/testing/alertRows';

import { foretold, mayReopen } from './acts';
import { closedWords } from './AlertHistory';
import { heldOf, numbersWords, restOf, wilson } from './numbers';
import { fieldsOf, ruleWords, wishFrom, wishOf } from './rules';
import { undone } from './ruling';

const RULE = { enter: 5, leave: 2.5, min_sample: 30, window_hours: 3, cooldown_hours: 6 };

describe('the numbers of an alert', () => {
  it('have the bounds that its rule is held against', () => {
    const [low, high] = wilson(60, 80);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.5847', '0.8647']);
    expect(numbersWords(alert())).toBe('Negative share 75%, surely 58% to 86%. Opens over 50%, closes under 40%.');
  });

  it('of a burst are spreads, on a scale that holds them', () => {
    const burst = alert({ kind: 'burst', figures: { posts: 160, usual: 24, z: 15.4, days: 28, rule: RULE } });
    expect(numbersWords(burst)).toBe('Over the usual 15.4 spreads. Opens over 5 spreads, closes under 2.5 spreads.');
    expect(heldOf(burst)?.most).toBeGreaterThan(15.4);
    expect(restOf(burst)).toContainEqual(['Usual at that time of day', '24']);
  });

  it('that this app does not know are left out, not guessed', () => {
    expect(heldOf(alert({ figures: { rule: null } }))).toBeNull();
    expect(numbersWords(alert({ figures: {} }))).toBe('');
  });

  it('tell how rare chance alone would be', () => {
    const mix = alert({ kind: 'mix', figures: { posts: 90, before: 900, distance: 0.3, chance: 0.00005, rule: RULE } });
    expect(restOf(mix)).toContainEqual(['By chance alone', '1 in 20,000']);
  });
});

describe('what becomes of an alert', () => {
  const now = Date.parse('2026-11-21T09:00:00Z');
  const closed = foretold(alert(), { act: 'close', reason: 'Expected' }, 'user:1', '2026-11-21T08:50:00Z');

  it('is shown before the server says so, and taken back to where it was', () => {
    expect(closed).toMatchObject({ state: 'closed', closed_why: 'person', reason: 'Expected' });
    expect(foretold(closed, { act: 'reopen' }, 'user:1', '')).toEqual(alert());
    const seen = foretold(alert(), { act: 'acknowledge' }, 'user:1', '2026-11-21T08:50:00Z');
    expect(foretold({ ...closed, acknowledged_at: seen.acknowledged_at }, { act: 'reopen' }, '', '').state).toBe(
      'acknowledged',
    );
  });

  it('may be a slip of the hand for a quarter of an hour', () => {
    expect(mayReopen(closed, now)).toBe(true);
    expect(mayReopen(closed, now + 6 * 60_000)).toBe(false);
    expect(mayReopen({ ...closed, closed_why: 'data' }, now)).toBe(false);
  });

  it('is told with who or what closed it', () => {
    const who = () => 'Ada';
    expect(closedWords(closed, who)).toBe('Closed by Ada');
    expect(closedWords({ ...closed, closed_why: 'data' }, who)).toContain('by itself');
    expect(closedWords({ ...closed, closed_why: 'unwatched' }, who)).toContain('no longer followed');
  });
});

describe('a rule', () => {
  it('is written in percent and kept as a share', () => {
    const fields = { ...fieldsOf(rule({ enter: 0.55 })), leave: 33.5 };
    expect(fields.enter).toBe(55);
    expect(wishFrom('negative', fields)).toMatchObject({ enter: 0.55, leave: 0.335 });
    expect(fieldsOf(rule({ kind: 'burst', enter: 5, leave: 2.5 })).leave).toBe(2.5);
  });

  it('says in one sentence when it speaks', () => {
    expect(ruleWords(rule())).toBe(
      'Opens over 50%, closes under 40%. From 30 posts within 24 hours, then rests 6 hours.',
    );
    expect(ruleWords(rule({ window_hours: 1, cooldown_hours: 0 }))).toContain('within 1 hour, without a rest');
  });

  it('is put back to what was wanted of it before, or to nothing', () => {
    const scope = { kind: 'negative', subject: null, network: null } as const;
    expect(undone([rule()], scope).wish).toBeNull();
    const mine = rule({ enter: 0.6, updated_by: 'user:1' });
    expect(undone([mine], scope).wish).toEqual(wishOf(mine));
    expect(undone([mine], { ...scope, network: 'tiktok' }).wish).toBeNull();
  });
});
