import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { edited } from './acts';
import { nameIn } from './AddressForm';
import { pieces, says } from './marks';
import { clockTime, heardAt } from './times';
import { open, SIGNED_IN } from '@/testing/open';
import { recording, segment, TRANSCRIBERS } from '@/testing/recordings';
import { ME, session } from '@/testing/rows';
import { problem } from '@/testing/server';

const ROW = recording();
const HEARD = [segment(0), segment(1, { text: 'A lazy cat', confidence: 0.31 }), segment(2)];
const page = (items: unknown[]) => ({ body: { items, next_cursor: null } });
const SPOKEN = {
  ...SIGNED_IN,
  'GET /recordings/transcribers': () => ({ body: { items: TRANSCRIBERS } }),
  'GET /recordings': () => page([ROW]),
  [`GET /recordings/${ROW.id}`]: () => ({ body: ROW }),
  [`GET /recordings/${ROW.id}/media`]: () => ({ body: { url: 'https://files.example/talk' } }),
  [`GET /recordings/${ROW.id}/segments`]: () => page(HEARD),
};

describe('recordings', () => {
  it('say why one failed in the API’s words, and are heard again by another transcriber', async () => {
    const failed = recording({ status: 'failed', reason: 'It is silent from end to end.' });
    const { user, server } = await open('/recordings', {
      ...SPOKEN,
      'GET /recordings': () => page([failed]),
      [`POST /recordings/${ROW.id}/retry`]: () => ({ body: recording({ status: 'queued' }) }),
    });
    const row = within(await screen.findByTestId('recording'));
    expect(row.getByText('It is silent from end to end.')).toBeTruthy();
    await user.click(row.getByRole('button', { name: 'Retry talk.wav' }));
    const asked = within(await screen.findByRole('dialog'));
    await user.click(await asked.findByRole('radio', { name: /OpenAI/ }));
    await user.click(asked.getByRole('button', { name: 'Hear it again' }));
    await waitFor(() => {
      expect(server.calls.find(({ what }) => what.endsWith('/retry'))?.body).toEqual({ transcriber: 'openai' });
    });
  });

  it('show how many parts are heard, and can be cancelled', async () => {
    const running = recording({ status: 'running', parts_done: 1 });
    const { server, user } = await open('/recordings', {
      ...SPOKEN,
      'GET /recordings': () => page([running]),
      [`POST /recordings/${ROW.id}/cancel`]: () => ({ body: recording({ status: 'cancelled' }) }),
    });
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuetext')).toBe('1 of 2 parts heard');
    await user.click(screen.getByRole('button', { name: 'Cancel talk.wav' }));
    await waitFor(() => {
      expect(server.count(`POST /recordings/${ROW.id}/cancel`)).toBe(1);
    });
  });

  it('from an address are refused in the API’s words', async () => {
    const { user, server } = await open('/recordings', {
      ...SPOKEN,
      'POST /recordings/by-address': () => problem(422, 'That address is of a private network.'),
    });
    await user.click(await screen.findByRole('radio', { name: 'An address' }));
    const form = within(await screen.findByRole('form', { name: /Bring a recording/ }));
    await user.type(form.getByLabelText(/Address of the file/), 'https://10.0.0.1/a/talk.mp3?x=1');
    await user.click(form.getByRole('button', { name: 'Bring it' }));
    expect(await form.findByText('That address is of a private network.')).toBeTruthy();
    expect(server.calls.find(({ what }) => what.endsWith('by-address'))?.body).toMatchObject({ name: 'talk.mp3' });
  });

  it('are looked at, and not brought, by viewers', async () => {
    await open('/recordings', {
      ...SPOKEN,
      'POST /auth/refresh': () => ({ body: session('first', { ...ME, role: 'viewer' }) }),
    });
    expect(await screen.findByText(/Your role is viewer/)).toBeTruthy();
    await screen.findByTestId('recording');
    expect(screen.queryByRole('button', { name: 'Delete talk.wav' })).toBeNull();
  });

  it('are searched, and a hit leads to the second', async () => {
    await open('/recordings?words=cat', {
      ...SPOKEN,
      'GET /recordings/said': () => page([{ recording_id: ROW.id, recording_name: ROW.name, segment: HEARD[1] }]),
    });
    const hit = within(await screen.findByTestId('hit'));
    expect(hit.getByRole('link').getAttribute('href')).toBe(`/recordings/${ROW.id}?at=10&words=cat`);
    expect(hit.getByText('cat').tagName).toBe('MARK');
  });
});

describe('a transcript', () => {
  it('opens at the second, and says where it is unsure', async () => {
    await open(`/recordings/${ROW.id}?at=10`, SPOKEN);
    const rows = await screen.findAllByTestId('segment');
    expect(rows.map((row) => row.getAttribute('aria-current'))).toEqual([null, 'true', null]);
    expect(within(rows[1] ?? document.body).getByText('Unsure of the words, 31%')).toBeTruthy();
  });

  it('is put right at once, and taken back to what was heard', async () => {
    const right = { ...edited(HEARD[1] ?? segment(1), 'A hazy cat'), edited_by: `user:${ME.id}` };
    const { user, server } = await open(`/recordings/${ROW.id}`, {
      ...SPOKEN,
      [`PUT /recordings/${ROW.id}/segments/1`]: ({ body }) => ({
        body: (body as { text: string | null }).text === null ? HEARD[1] : right,
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Put right what is said at 0:10' }));
    const field = screen.getByRole('textbox', { name: 'What is said at 0:10' });
    await user.clear(field);
    await user.type(field, 'A hazy cat{Enter}');
    expect(await screen.findByText(/Put right by you/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Back to what was heard' }));
    expect(await screen.findByText('A lazy cat')).toBeTruthy();
    const puts = server.calls.filter(({ what }) => what.startsWith('PUT'));
    expect(puts.map(({ body }) => body)).toEqual([{ text: 'A hazy cat' }, { text: null }]);
  });

  it('that could not be changed says so and stands as it was', async () => {
    const { user } = await open(`/recordings/${ROW.id}`, {
      ...SPOKEN,
      [`PUT /recordings/${ROW.id}/segments/1`]: () => problem(409, 'Somebody deleted it.'),
    });
    await user.click(await screen.findByRole('button', { name: 'Put right what is said at 0:10' }));
    await user.type(screen.getByRole('textbox', { name: 'What is said at 0:10' }), ' sat{Enter}');
    expect(await screen.findByText('Somebody deleted it.')).toBeTruthy();
    expect(screen.getByText('A lazy cat')).toBeTruthy();
  });

  it('finds words in itself, one place after the other', async () => {
    const { user } = await open(`/recordings/${ROW.id}`, SPOKEN);
    await user.type(await screen.findByLabelText('Find in this transcript'), 'part{Enter}{Enter}');
    expect(screen.getByText('2 of 2')).toBeTruthy();
    expect(screen.getAllByTestId('segment')[2]?.dataset.found).toBe('true');
  });
});

describe('words and times', () => {
  it('are told as players and people tell them', () => {
    expect([0, 61.9, 3723].map(clockTime)).toEqual(['0:00', '1:01', '1:02:03']);
    expect([-1, 0, 9.9, 10, 99].map((second) => heardAt(HEARD, second))).toEqual([-1, 0, 0, 1, 2]);
    expect(nameIn('https://a.example/b/my%20talk.mp3?x')).toBe('my talk.mp3');
    expect(nameIn('https://a.example/')).toBe('Recording');
  });
  it('in quotes are looked for as they stand', () => {
    expect([says('A lazy cat', 'cat lazy'), says('A lazy cat', '"cat lazy"'), says('A', ' ')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(pieces('A cat (cat)', '"(cat)"')).toEqual([
      { text: 'A cat ', hit: false },
      { text: '(cat)', hit: true },
    ]);
  });
});
