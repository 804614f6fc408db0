import { describe, expect, it } from 'vitest';

import { pulsePoint } from '@/testing/posts';

import { shareOf, sum } from './counts';
import { HOUR_MS, momentsOf, perOf, sinceOf } from './period';
import { changed, pulseSearch } from './search';
import { courseWords } from './SmallCourse';

const NOW = Date.UTC(2026, 10, 22, 13, 30);

describe('a share', () => {
  it('has wide bounds where few posts say so, also where all of them do', () => {
    const [few, many] = [shareOf(3, 3), shareOf(300, 300)];
    expect(few?.share).toBe(1);
    expect(few?.lower).toBeCloseTo(0.438, 3);
    expect(many?.lower).toBeGreaterThan(0.98);
    expect(shareOf(0, 0)).toBeNull();
  });
});

describe('a small course', () => {
  it('tells its loudest step in words', () => {
    const steps = [3, 12, 5].map((posts, index) => ({
      at: `2026-11-2${index}T00:00:00Z`,
      posts,
      negative: 1,
      positive: 1,
    }));
    expect(courseWords(steps, 'day')).toBe('Most on Nov 21, 2026: 12 posts');
    expect(courseWords(steps.slice(0, 1), 'hour')).toMatch(/^Most at .*: 3 posts$/);
    expect(courseWords([], 'day')).toBe('Nothing was said');
  });
});

describe('what is counted', () => {
  it('is added up', () => {
    const points = [pulsePoint({ posts: 1 }), pulsePoint({ network: 'reddit', posts: 9 }), pulsePoint({ posts: 2 })];
    expect(sum(points).posts).toBe(12);
  });
});

describe('a range', () => {
  it('begins at a whole hour, or day', () => {
    expect(new Date(sinceOf('day', NOW)).toISOString()).toBe('2026-11-21T14:00:00.000Z');
    expect(new Date(sinceOf('week', NOW)).toISOString()).toBe('2026-11-16T00:00:00.000Z');
  });
  it('has every moment until now', () => {
    expect(momentsOf(sinceOf('day', NOW), NOW, 'hour')).toHaveLength(24);
    expect(momentsOf(sinceOf('month', NOW), NOW, 'day')).toHaveLength(28);
    expect(momentsOf(NOW - HOUR_MS, NOW, 'hour')).toHaveLength(2);
  });
  it('is told by what makes sense for it', () => {
    expect([perOf('day', 'day'), perOf('week', undefined), perOf('week', 'hour'), perOf('all', 'hour')]).toEqual([
      'hour',
      'day',
      'hour',
      'day',
    ]);
  });
});

describe('the address of the pulse', () => {
  it('keeps what makes sense, and leaves out what is usual', () => {
    expect(pulseSearch({ range: 'week', per: 'minute', sentiment: 'angry', order: 'newest', network: ' x ' })).toEqual({
      network: 'x',
    });
    expect(changed({ range: 'all', order: 'top' }, { range: undefined })).toEqual({ order: 'top' });
  });
});
