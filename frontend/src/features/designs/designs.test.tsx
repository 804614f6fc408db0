import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Design } from '@/lib/schema';
import { design, designDetail, STUDIO } from '@/testing/goods';
import { open, SIGNED_IN } from '@/testing/open';
import { ME, session } from '@/testing/rows';
import { type Handlers, problem } from '@/testing/server';

const FIRST = design();
const SECOND = design({ id: '0198c1a0-0000-7000-8000-000000000701', slogan: 'Plant Parent', variant: 2 });
const NOTHING = { body: { items: [], next_cursor: null } };

/** A workspace with these designs, in which decisions count. */
function withDesigns(...rows: Design[]): Handlers {
  const kept = new Map(rows.map((row) => [row.id, row]));
  const decide = (row: Design, parts: Partial<Design>) => () => {
    const now = {
      ...row,
      ...parts,
      decided_by: `user:${ME.id}`,
      decided_at: '2026-11-02T08:00:00Z',
      updated_at: '2026-11-02T08:00:00Z',
    };
    kept.set(row.id, now);
    return { body: designDetail(now) };
  };
  return {
    ...SIGNED_IN,
    'GET /trends': () => NOTHING,
    'GET /listings': () => NOTHING,
    'GET /studios': () => ({ body: { items: [STUDIO] } }),
    'GET /designs/counts': () => ({
      body: { counts: { waiting: [...kept.values()].filter(({ status }) => status === 'waiting').length } },
    }),
    'GET /designs': ({ query }) => {
      const status = query.get('status');
      return {
        body: {
          items: [...kept.values()].filter((row) => status === null || row.status === status),
          next_cursor: null,
        },
      };
    },
    ...Object.fromEntries(
      rows.flatMap((row) => [
        [`GET /designs/${row.id}`, () => ({ body: designDetail(kept.get(row.id) ?? row) })],
        [`POST /designs/${row.id}/approve`, decide(row, { status: 'approved' })],
        [`POST /designs/${row.id}/reject`, decide(row, { status: 'rejected', reason: 'Hard to read' })],
      ]),
    ),
  };
}

const card = (slogan: string) => {
  const found = screen.getByRole('link', { name: slogan }).closest('li');
  if (!found) throw new Error(`No card of ${slogan}.`);
  return found;
};

describe('the gallery', () => {
  it('is gone through and decided by keys alone', async () => {
    const { user, server } = await open('/designs', withDesigns(FIRST, SECOND));
    await screen.findByRole('link', { name: 'Born to Nap' });
    await user.keyboard('ja');
    await waitFor(() => {
      expect(server.count(`POST /designs/${FIRST.id}/approve`)).toBe(1);
    });
    expect(document.activeElement?.textContent).toBe('Plant Parent');
    expect(await within(card('Born to Nap')).findByText('Approved')).toBeTruthy();
  });

  it('does not decide while nothing has the focus', async () => {
    const { user, server } = await open('/designs', withDesigns(FIRST));
    await screen.findByRole('link', { name: 'Born to Nap' });
    await user.keyboard('ar');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.calls.some(({ what }) => what.startsWith('POST /designs'))).toBe(false);
  });

  it('asks why before it rejects', async () => {
    const { user, server } = await open('/designs', withDesigns(FIRST, SECOND));
    await screen.findByRole('link', { name: 'Born to Nap' });
    await user.keyboard('jr');
    const dialog = await screen.findByRole('dialog', { name: 'Reject “Born to Nap”?' });
    await user.click(within(dialog).getByRole('button', { name: 'Reject' }));
    expect(await within(dialog).findByText('Say why, in a word or two.')).toBeTruthy();
    await user.type(within(dialog).getByLabelText('Why not?'), 'Hard to read{Enter}');
    await waitFor(() => {
      expect(server.calls.find(({ what }) => what.endsWith('/reject'))?.body).toEqual({ reason: 'Hard to read' });
    });
    expect(await within(card('Born to Nap')).findByText('Rejected')).toBeTruthy();
  });

  it('shows a design as it was, and why, when a decision is refused', async () => {
    const { user } = await open('/designs', {
      ...withDesigns(FIRST),
      [`POST /designs/${FIRST.id}/approve`]: () => problem(422, 'The run of this design was stopped.'),
    });
    await user.click(await screen.findByRole('button', { name: 'Approve Born to Nap' }));
    expect(await screen.findByText('The run of this design was stopped.')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Approve Born to Nap' })).toBeTruthy();
  });

  it('approves many at once, and says which could not be', async () => {
    const { user } = await open('/designs', {
      ...withDesigns(FIRST, SECOND),
      [`POST /designs/${SECOND.id}/approve`]: () => problem(409, 'This design is approved already.'),
    });
    await user.click(await screen.findByRole('button', { name: 'Select all 2 to decide' }));
    await user.click(screen.getByRole('button', { name: 'Approve all selected' }));
    expect(await screen.findByText('1 design approved')).toBeTruthy();
    expect(screen.getByText('“Plant Parent”: This design is approved already.')).toBeTruthy();
  });

  it('shows a viewer everything and offers no decision', async () => {
    const viewer = { ...ME, role: 'viewer' as const };
    const { user, server } = await open('/designs', {
      ...withDesigns(FIRST),
      'POST /auth/refresh': () => ({ body: session('first', viewer) }),
    });
    await screen.findByRole('link', { name: 'Born to Nap' });
    await user.keyboard('ja');
    expect(screen.queryByRole('button', { name: 'Approve Born to Nap' })).toBeNull();
    expect(server.count(`POST /designs/${FIRST.id}/approve`)).toBe(0);
  });

  it('says where designs come from when there is none', async () => {
    await open('/designs', withDesigns());
    expect(await screen.findByText('No designs yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Start a run' })).toBeTruthy();
  });
});

describe('the review', () => {
  it('goes from one waiting design to the next, and says what came of it', async () => {
    const { user } = await open('/designs/review', withDesigns(FIRST, SECOND));
    await screen.findByRole('heading', { name: 'Born to Nap' });
    expect(screen.getByText('1 of 2')).toBeTruthy();
    await user.keyboard('a');
    await screen.findByRole('heading', { name: 'Plant Parent' });
    expect(screen.getByText('2 of 2')).toBeTruthy();
    await user.keyboard('a');
    expect(await screen.findByText('That was the last one')).toBeTruthy();
    expect(screen.getByText(/^2 designs approved/)).toBeTruthy();
  });
});

describe('a design', () => {
  it('is drawn again with what was changed alone, and is shown while it is being drawn', async () => {
    const drawn = designDetail({
      id: '0198c1a0-0000-7000-8000-000000000799',
      slogan: 'Born to Snooze',
      status: 'planned',
      art_url: null,
      readiness: [],
    });
    const { user, server, history } = await open(`/designs/${FIRST.id}`, {
      ...withDesigns(FIRST),
      [`POST /designs/${FIRST.id}/edit`]: () => ({ status: 201, body: drawn }),
      [`GET /designs/${drawn.id}`]: () => ({ body: drawn }),
    });
    await user.click(await screen.findByRole('button', { name: 'Edit and draw again' }));
    const slogan = await screen.findByLabelText('Slogan');
    await user.clear(slogan);
    await user.type(slogan, 'Born to Snooze');
    await user.click(screen.getByRole('button', { name: 'Draw again' }));
    await screen.findByRole('heading', { name: '“Born to Snooze”' });
    expect(history.location.pathname).toBe(`/designs/${drawn.id}`);
    expect(server.calls.find(({ what }) => what.endsWith('/edit'))?.body).toEqual({ slogan: 'Born to Snooze' });
    expect(screen.getAllByText('Being drawn').length).toBeGreaterThan(0);
  });

  it('says product by product whether it can be printed, and what would help', async () => {
    await open(`/designs/${FIRST.id}`, withDesigns(FIRST));
    const products = await screen.findByRole('list', { name: 'Products' });
    expect(within(products).getByText('Ready')).toBeTruthy();
    expect(within(products).getByText('Draw it larger.')).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Download PNG' });
    expect(link.getAttribute('download')).toBe('wareloom-born-to-nap.png');
  });
});
