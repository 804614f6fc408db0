import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { open, SIGNED_IN } from '@/testing/open';
import { deadLetter } from '@/testing/posts';
import type { Handlers } from '@/testing/server';

describe('posts that could not be read', () => {
  const letter = deadLetter();
  const queues = [
    { queue: 'score_sentiment', waiting: 1204, in_flight: 10, dead: 3 },
    { queue: 'import_rows', waiting: 0, in_flight: 0, dead: null },
  ];
  const LETTERS: Handlers = {
    ...SIGNED_IN,
    'GET /dead-letters': () => ({ body: { items: [letter], next_cursor: null } }),
    'GET /dead-letters/queues': () => ({ body: { items: queues, looked_at: new Date().toISOString() } }),
  };

  it('stand above how deep the queues are', async () => {
    await open('/dead-letters', LETTERS);
    const rows = within(await screen.findByRole('table', { name: 'Queues' })).getAllByRole('row');
    expect(
      rows.slice(1).map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['Moods of posts', '1,204', '10', '3'],
      ['Imports', '0', '0', 'not known'],
    ]);
    expect(screen.getByText(/Looked at/).textContent).toMatch(/now|second/);
    expect(screen.getByText(/does nothing, also when its post is read again/)).toBeTruthy();
  });

  it('say why, and are read again one by one', async () => {
    const { user, server } = await open('/dead-letters', {
      ...LETTERS,
      [`POST /dead-letters/${letter.id}/redrive`]: () => ({ body: { posts: 1 } }),
    });
    expect(await screen.findByText('The model answered nothing that is a number.')).toBeTruthy();
    expect(screen.getByText(/5 tries/)).toBeTruthy();
    server.handlers['GET /dead-letters'] = () => ({ body: { items: [], next_cursor: null } });
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    expect(await screen.findByText('1 post will be read again.')).toBeTruthy();
    expect(await screen.findByText('Every post could be read')).toBeTruthy();
  });

  it('are all read again after a question', async () => {
    const { user, server } = await open('/dead-letters', {
      ...LETTERS,
      'POST /dead-letters/redrive': () => ({ body: { posts: 3 } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Read all again' }));
    const asked = within(await screen.findByRole('dialog'));
    expect(server.count('POST /dead-letters/redrive')).toBe(0);
    await user.click(asked.getByRole('button', { name: 'Read all again' }));
    expect(await screen.findByText('3 posts will be read again.')).toBeTruthy();
  });
});
