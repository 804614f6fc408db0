import { describe, expect, it } from 'vitest';

import { moment } from '@/lib/days';
import { launch, signal } from '@/testing/outlookRows';

import { calendarSearch } from './calendarSearch';
import { calendarDays, spotsOf, together, weekly } from './days';
import { errs, modelWords } from './forecast';
import { eventsIn, launchesIcs } from './ics';
import { kinWords } from './kin';
import { labelOf } from './labels';
import { byHaste, months, place } from './launches';
import { shares, USUAL } from './parts';
import { factor } from './sales';
import { grown, points, small, sureness } from './words';

const values = (spots: { value: number | null }[]) => spots.map(({ value }) => value);

describe('the days of a trend', () => {
  it('have a gap where nobody looked, and no zero', () => {
    const days = [signal({ day: '2026-11-01' }), signal({ day: '2026-11-04', reviews_gained: null })];
    expect(calendarDays(days)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04']);
    expect(values(spotsOf(days, 'reviews_gained'))).toEqual([12, null, null, null]);
    expect(spotsOf(days, 'price')[0]).toMatchObject({ value: 24, low: 19.5, high: 30 });
  });

  it('are added up over sources only where each of them told its part', () => {
    const days = [
      signal({ source: 'sample', day: '2026-11-01', offers: 10 }),
      signal({ source: 'etsy', day: '2026-11-02', offers: 5 }),
      signal({ source: 'sample', day: '2026-11-02', offers: 10 }),
      signal({ source: 'etsy', day: '2026-11-03', offers: 6 }),
      signal({ source: 'sample', day: '2026-11-04', offers: 11 }),
      signal({ source: 'etsy', day: '2026-11-04', offers: 6 }),
    ];
    expect(values(together(days, 'offers'))).toEqual([10, 15, null, 17]);
  });

  it('make weeks that end with the last day known before it was judged, four days at the least', () => {
    const days = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '16', '17'].map((day) =>
      signal({ day: `2026-11-${day}`, reviews_gained: 10, counted: 5 }),
    );
    const weeks = weekly(days, '2026-11-17T09:00:00Z');
    expect(weeks.map(({ at }) => at)).toEqual([moment('2026-11-09'), moment('2026-11-16')]);
    expect(values(weeks)).toEqual([14, null]);
  });
});

describe('what is said of an outlook', () => {
  it('is a dash where nothing is known, and never a number', () => {
    expect([points(null), grown(null), sureness(null)]).toEqual(['–', '–', 'not known how sure']);
    expect([points(49.25), grown(0.0123), grown(1.294), small(0.0000002)]).toEqual([
      '49.3',
      '+1.2%',
      '+129%',
      'under\u00a00.001',
    ]);
  });
  it('names how well the forecast did in its own past', () => {
    expect(errs({ mase: 1.31, against_seasonal_naive: 0.8, origins: 10 })).toBe(
      'Tried from 10 weeks of its own past, it errs 0.8 times as much as repeating last season. Its MASE, measured by a single step of that, is 1.3.',
    );
    expect(errs({ mase: null, against_seasonal_naive: null, origins: 2 })).toContain('cannot be told yet');
    expect(modelWords('seasonal naive')).toContain('repeating the last season');
  });
  it('knows the labels, and shows another one by its own name', () => {
    expect([labelOf('spike'), labelOf('new kind'), labelOf(null)]).toEqual(['spike', null, null]);
  });
  it('shares weights as parts of their sum', () => {
    expect(shares({ ...USUAL, demand: 0.6 }).demand).toBeCloseTo(0.6 / 1.3);
    expect(shares({ demand: 0, momentum: 0, competition: 0, profitability: 0, sentiment: 0 }).demand).toBe(0);
  });
  it('says by how much a way of telling may be off', () => {
    expect(factor(Math.log(2))).toBe('a factor of 2');
  });
});

describe('the kin of a trend', () => {
  const kin = { at: '2026-11-01T08:00:00Z', offers: 7, key_before: 'cat dads', other_name: 'Cats' };
  it('is told from where one stands', () => {
    expect(kinWords({ ...kin, kind: 'renamed', trend_id: 'a', before_id: 'a' }, 'a')).toMatchObject({ other: null });
    expect(kinWords({ ...kin, kind: 'split', trend_id: 'a', before_id: 'b' }, 'a').before).toBe('Came out of ');
    expect(kinWords({ ...kin, kind: 'split', trend_id: 'b', before_id: 'a' }, 'a').after).toBe(' came out of it.');
    expect(kinWords({ ...kin, kind: 'merged', trend_id: 'a', before_id: 'b' }, 'a').after).toBe(' went into it.');
    expect(kinWords({ ...kin, kind: 'merged', trend_id: 'b', before_id: 'a' }, 'a')).toMatchObject({ other: 'b' });
  });
});

describe('the calendar', () => {
  it('puts what can still be done before what cannot', () => {
    const states = ['too late', 'later', 'begin now', 'publish now'] as const;
    expect(byHaste(states.map((state) => launch({ state }))).map(({ state }) => state)).toEqual([
      'publish now',
      'begin now',
      'later',
      'too late',
    ]);
  });
  it('keeps in its address what is not as usual', () => {
    expect(calendarSearch({ designing: '14', being_found: 30, printing: 500, shipping: 1.5, x: 1 })).toEqual({
      designing: 14,
    });
  });
  it('lies between today and a year from now', () => {
    expect(place('2026-11-20', '2026-11-20')).toBe(0);
    expect(place('2029-01-01', '2026-11-20')).toBe(100);
    expect(months('2026-11-20').slice(0, 2)).toEqual(['2026-12-01', '2027-01-01']);
    expect(months('2026-11-20')).toHaveLength(12);
  });
  it('is saved with one event for each date that is not past, in lines that any calendar reads', () => {
    const now = new Date('2026-12-08T10:00:00Z');
    const name = 'Ghosts; pumpkins, and whatever else is orange — überall';
    const file = launchesIcs([launch({ name })], 'https://wareloom.example', now);
    expect(eventsIn(file)).toBe(2);
    expect(file).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101');
    expect(file.replaceAll('\r\n ', '')).toContain('Ghosts\\; pumpkins\\, and whatever else');
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});
