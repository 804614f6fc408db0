import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { open, SIGNED_IN } from '@/testing/open';
import { mood, recording, segment, TRANSCRIBERS } from '@/testing/recordings';

import { balanceOf, balanceWords, moodWords, stretches, sureOf } from './feelings';
import { bySegment, stretchesOf } from './spoken';
import { fitting } from './TranscriberChoice';

const ROW = recording({ seconds: 30 });
const HEARD = [
  segment(0, { text: 'I love saunas', mood: mood('positive', { emotion: 'joy' }) }),
  segment(1, { text: 'It is noon', mood: mood('neutral') }),
  segment(2, {
    text: 'Quelle horreur',
    mood: mood('neutral', { language: 'fr', uncertain: ['sentiment', 'emotion'] }),
  }),
];
const SAUNA = '0198c1a0-0000-7000-8000-000000000777';
const MENTION = {
  trend_id: SAUNA,
  name: 'Sauna',
  count: 1,
  moments: [{ number: 0, start: 0, end: 8, said: ['saunas'], snippet: 'I love saunas' }],
};
const PLACES = {
  ...SIGNED_IN,
  'GET /recordings/transcribers': () => ({ body: { items: TRANSCRIBERS } }),
  [`GET /recordings/${ROW.id}`]: () => ({ body: ROW }),
  [`GET /recordings/${ROW.id}/media`]: () => ({ body: { url: 'https://files.example/talk' } }),
  [`GET /recordings/${ROW.id}/segments`]: () => ({ body: { items: HEARD, next_cursor: null } }),
  [`GET /recordings/${ROW.id}/mentions`]: () => ({ body: { items: [MENTION] } }),
};

describe('how a recording feels', () => {
  it('stands at each segment, and what is not sure or not read says so', async () => {
    await open(`/recordings/${ROW.id}`, PLACES);
    const rows = await screen.findAllByTestId('mood');
    expect(rows.map((row) => row.textContent)).toEqual(['Positive, joy', 'Neutral', 'French: mood not read']);
    expect(rows.map(({ dataset }) => dataset.mood)).toEqual(['positive', 'neutral', 'unclear']);
  });

  it('is a strip that is gone through with the keyboard', async () => {
    const { user } = await open(`/recordings/${ROW.id}`, PLACES);
    const strip = await screen.findByRole('slider', { name: 'Mood through the recording' });
    expect(strip.getAttribute('aria-valuetext')).toContain('0:00. Positive 100%');
    strip.focus();
    await user.keyboard('{ArrowRight}');
    expect(strip.getAttribute('aria-valuetext')).toContain('0:10. Positive 0%, neutral 100%');
    expect(screen.getAllByTestId('segment')[1]?.getAttribute('aria-current')).toBe('true');
  });

  it('is counted in seconds, stretch by stretch', () => {
    expect(balanceWords(balanceOf(HEARD))).toBe('Positive 33%, neutral 33%, negative 0%, unclear 33%');
    const [first, second, third] = stretches(HEARD, 30, 3);
    expect(first?.balance).toEqual({ positive: 8, neutral: 0, negative: 0, unclear: 0 });
    expect(second?.balance.neutral).toBe(8);
    expect(third?.balance.unclear).toBe(8);
    expect(sureOf(mood('positive', { uncertain: ['sentiment'] }))).toBeNull();
    expect(moodWords(mood('neutral', { uncertain: ['sentiment'] }))).toBe('Mood unclear');
  });
});

describe('trends that a recording speaks of', () => {
  it('are links in its words, and counted above them', async () => {
    const { user } = await open(`/recordings/${ROW.id}`, PLACES);
    const chip = within(await screen.findByTestId('spoken-trend'));
    expect(chip.getByRole('link', { name: 'Sauna' }).getAttribute('href')).toBe(`/trends/${SAUNA}`);
    await user.click(chip.getByRole('button', { name: 'Sauna is spoken of 1 time: play from 0:00' }));
    const words = screen.getByRole('link', { name: 'saunas' });
    expect(words.getAttribute('href')).toBe(`/trends/${SAUNA}`);
  });

  it('are whole words, the longest first', () => {
    const spoken = bySegment([MENTION]).get(0) ?? [];
    expect(stretchesOf('No saunaslike saunas', spoken).map(({ text, of }) => [text, of?.name])).toEqual([
      ['No saunaslike ', undefined],
      ['saunas', 'Sauna'],
    ]);
    expect(stretchesOf('c++ (c++)', [{ trendId: 'x', name: 'C', said: ['c++'] }]).length).toBe(4);
  });
});

describe('a transcriber that is not here', () => {
  it('is no choice', () => {
    const known = TRANSCRIBERS.map((one) => ({ ...one, absent: one.name === 'openai' ? 'No key.' : null }));
    expect(fitting(known, 'openai', null)).toBe('offline');
    expect(fitting(known, null, null)).toBeNull();
  });
});
