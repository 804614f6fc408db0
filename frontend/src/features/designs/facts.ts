import { value, words } from '@/lib/readable';
import type { Design } from '@/lib/schema';

/** "4.2 MB", as the reader's own language writes it. */
export function bytes(size: number, locale?: string): string {
  const [unit, shown] = size < 1e6 ? (['kilobyte', size / 1e3] as const) : (['megabyte', size / 1e6] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(shown);
}

export function inches(pixels: number, dpi: number): string {
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(pixels / dpi);
}

/** What has a row of its own already. */
const SAID = new Set(['studio', 'style', 'layout', 'font', 'fonts']);

/** Which layout and fonts it really got: asked for, or chosen by the studio. */
export function madeWith(design: Design): { layout: string | null; fonts: string | null; rest: [string, string][] } {
  const { made_with: made, layout, font } = design;
  const chosen = typeof made.layout === 'string' ? made.layout : layout;
  const fonts = Array.isArray(made.fonts) && made.fonts.length > 0 ? value(made.fonts) : font;
  return {
    layout: chosen === null ? null : words(chosen),
    fonts: fonts === null ? null : words(fonts),
    rest: Object.entries(made)
      .filter(([name, given]) => !SAID.has(name) && given !== null && given !== '')
      // A seed is a name, not an amount: no thousands in it.
      .map(([name, given]) => [words(name), name === 'seed' ? String(given) : value(given)]),
  };
}

/** A file's name on this person's machine: "wareloom-born-to-nap.png". */
export function fileName(slogan: string): string {
  const plain = slogan
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `wareloom-${plain.slice(0, 60) || 'design'}.png`;
}

/** As people count: the first one is the first. */
export function variantWord(variant: number): string {
  return `Variant ${variant + 1}`;
}
