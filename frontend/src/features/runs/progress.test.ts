import { describe, expect, it } from 'vitest';

import { plan, run, stage, step } from '@/testing/runRows';

import { asides, mostSpent, nextActs, settled, share, spoken, standing, told, undecided } from './progress';

describe('how a verb stands', () => {
  it.each([
    ['ahead', {}, true],
    ['queued', { queued: 3 }, true],
    ['queued', { queued: 1, done: 2 }, true],
    ['running', { running: 1, waiting: 2, failed: 1 }, true],
    ['waiting', { waiting: 1, done: 2 }, true],
    ['done', { done: 2, rejected: 1 }, true],
    ['trouble', { done: 2, blocked: 1 }, true],
    ['halted', { done: 2, running: 1 }, false],
    ['done', { done: 2 }, false],
  ] as const)('is %s with %o (open: %s)', (expected, counts, open) => {
    expect(standing(stage('generate', counts), open)).toBe(expected);
  });

  it('has a share of what needs no more work, and none before it began', () => {
    expect(share(stage('generate', { done: 2, rejected: 1, queued: 1 }))).toBe(0.75);
    expect(settled(stage('generate', { blocked: 1, failed: 1, waiting: 5 }))).toBe(2);
    expect(share(stage('publish'))).toBe(0);
  });

  it('is told in words, trouble first', () => {
    expect(asides(stage('generate', { done: 4, queued: 2, failed: 1 })).map(({ said }) => said)).toEqual([
      '1 failed',
      '2 to come',
    ]);
    expect(spoken(stage('approve', { waiting: 2, done: 1 }), true)).toBe(
      'Wait for a person: waiting for a person, 1 of 3 done, 2 waiting',
    );
    expect(spoken(stage('publish'), true)).toBe('Publish the listings: not begun');
  });
});

describe('what a person can do about a run', () => {
  it('is to decide while designs wait', () => {
    const waiting = run({ status: 'waiting' }, { approve: { waiting: 3 } });
    expect(undecided(waiting)).toBe(3);
    expect(nextActs(waiting)).toEqual(['decide']);
  });
  it('is to raise the budget and then to resume when that was the reason', () => {
    expect(nextActs(run({ status: 'failed', reason: 'Think of ideas: of the budget $0.00 is left for it.' }))).toEqual([
      'budget',
      'resume',
    ]);
  });
  it('is to resume what succeeded only in part, but not because a person said no', () => {
    expect(nextActs(run({ status: 'succeeded' }, { ideate: { done: 1, rejected: 1 } }))).toEqual(['resume']);
    expect(nextActs(run({ status: 'succeeded' }, { approve: { done: 1, rejected: 1 } }))).toEqual([]);
  });
  it('is nothing while it runs', () => {
    expect(nextActs(run({}, { ideate: { rejected: 1, running: 1 } }))).toEqual([]);
  });
});

describe('what a run may spend', () => {
  it('is its own budget, or what the month has left', () => {
    expect(mostSpent(plan())).toEqual({ money: 5, tokens: 500_000 });
    expect(mostSpent(plan({ spent_money: '48', spent_tokens: 4_900_000 }))).toEqual({ money: 2, tokens: 100_000 });
    expect(mostSpent(plan({ spent_money: '51' })).money).toBe(0);
  });
});

describe('a step', () => {
  it('says what it left, without the name that stands beside it', () => {
    expect(told(step({ facts: { trends: 12 } }))).toBe('12 trends');
    expect(told(step({ facts: { listings: 1, published: 0 } }))).toBe('1 listing, 0 published');
    const drawn = step({ facts: { slogan: 'Nap Supervisor', studio: 'typographic' } });
    expect(told(drawn)).toBe('“Nap Supervisor”, by typographic');
    expect(told(drawn, '“Nap Supervisor”')).toBe('by typographic');
  });
});
