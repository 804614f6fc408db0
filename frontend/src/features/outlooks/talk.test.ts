import { describe, expect, it } from 'vitest';

import { talk } from '@/testing/alertRows';

import { allTalk, negativeShare, networksOf, talkSpots } from './talk';
import { talkCsv } from './talkCsv';

const DAYS = [
  talk(),
  talk({ network: 'reddit', day: '2026-11-01', posts: 4, engagement: null }),
  talk({ day: '2026-11-02' }),
  talk({ day: '2026-11-03', posts: 12 }),
  talk({ network: 'reddit', day: '2026-11-03', posts: 5, engagement: null }),
];

describe('what is said of a trend', () => {
  it('is added up only over days on which each network was heard', () => {
    expect(networksOf(DAYS)).toEqual(['reddit', 'tiktok']);
    expect(talkSpots(allTalk(DAYS), ({ posts }) => posts).map(({ value }) => value)).toEqual([14, null, 17]);
    expect(allTalk(DAYS)[0]?.engagement).toBe(40);
  });

  it('has no share of negative where no mood was read', () => {
    expect(negativeShare(talk())).toBe(0.25);
    expect(negativeShare(talk({ negative: 0, neutral: 0, positive: 0 }))).toBeNull();
  });

  it('is saved with what is not known left empty', async () => {
    const lines = await talkCsv(DAYS.slice(1, 2));
    expect(lines).toEqual([
      '\uFEFFday,network,posts,negative,neutral,positive,engagement\r\n',
      '2026-11-01,reddit,4,2,5,1,\r\n',
    ]);
  });
});
