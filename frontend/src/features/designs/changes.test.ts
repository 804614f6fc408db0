import { describe, expect, it } from 'vitest';

import { designDetail, STUDIO } from '@/testing/goods';

import { changesOf, colourFault, wished } from './changes';
import { fileName, madeWith } from './facts';

const was = designDetail({ layout: 'stack' });

describe('an edit', () => {
  it('of nothing asks for another take', () => {
    expect(changesOf(was, wished(was), STUDIO)).toEqual({});
  });

  it('sends what is different and nothing else', () => {
    const form = {
      ...wished(was),
      slogan: ' Born to Nap More ',
      palette: ['#1d4a3b'],
      layout: 'badge',
      ink: 'light' as const,
    };
    expect(changesOf(was, form, STUDIO)).toEqual({
      slogan: 'Born to Nap More',
      palette: ['#1d4a3b'],
      layout: 'badge',
      on_dark: true,
    });
  });

  it('leaves out a layout that the studio does not know', () => {
    const other = { ...STUDIO, name: 'painter', layouts: [], fonts: [] };
    const form = { ...wished(was), studio: 'painter', layout: 'badge', font: 'anton' };
    expect(changesOf(was, form, other)).toEqual({ studio: 'painter' });
  });

  it('takes a colour in capitals for the same colour', () => {
    expect(changesOf(was, { ...wished(was), palette: ['#1D4A3B', '#F0B83F'] }, STUDIO)).toEqual({});
  });

  it('needs whole colours, and at least one', () => {
    expect(colourFault([])).not.toBeNull();
    expect(colourFault(['#1d4a3'])).not.toBeNull();
    expect(colourFault(['#1d4a3b'])).toBeNull();
  });
});

describe('what is told of a design', () => {
  it('names the layout that it got, before the one that was asked for', () => {
    expect(madeWith({ ...was, layout: null }).layout).toBe('Stack');
    expect(madeWith({ ...was, made_with: {} }).layout).toBe('Stack');
    expect(madeWith({ ...was, layout: null, made_with: {} }).layout).toBeNull();
  });

  it('keeps a seed as it is written', () => {
    expect(madeWith(was).rest).toContainEqual(['Seed', '123456']);
  });

  it.each([
    ['Born to Nap!', 'wareloom-born-to-nap.png'],
    ['Für Elise', 'wareloom-fur-elise.png'],
    ['猫', 'wareloom-design.png'],
  ])('makes of %j the file %s', (slogan, file) => {
    expect(fileName(slogan)).toBe(file);
  });
});
