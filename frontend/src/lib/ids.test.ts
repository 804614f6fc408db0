import { expect, it } from 'vitest';

import { newId } from './ids';

it('ids of one moment differ, and those of later ones sort behind', () => {
  const ids = [newId(1000), newId(1000), newId(1_800_000_000_000)];
  expect(new Set(ids).size).toBe(3);
  expect(ids[2]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()[2]).toBe(ids[2]);
});
