import type { Listing, PartStatus } from '@/lib/schema';

/** It changes by itself: something is being done at the channel. */
export function isMoving({ status }: Pick<Listing, 'status'>): boolean {
  return status === 'draft' || status === 'publishing' || status === 'undoing' || status === 'withdrawing';
}

const PART_WORDS: Record<PartStatus, string> = {
  ahead: 'to come',
  claimed: 'being done',
  waiting: 'waits for the channel',
  done: 'done',
  undone: 'taken back',
};

export function partWord(status: PartStatus): string {
  return PART_WORDS[status];
}

/** "2 of 3 parts done", or how many are taken back where it goes backwards. */
export function partsSaid({ status, parts }: Pick<Listing, 'status' | 'parts'>): string {
  const many = (wanted: PartStatus) => parts.filter((part) => part.status === wanted).length;
  if (status === 'undoing' || status === 'withdrawing') {
    const begun = parts.filter((part) => part.status !== 'ahead').length;
    return `${many('undone')} of ${begun} parts taken back`;
  }
  return `${many('done')} of ${parts.length} parts done`;
}

export type NextAct = 'retry' | 'connect' | 'withdraw';

/** What a person can do about it as it stands, the most useful first. Blocked: the channel does not let us in. */
export function nextActs({ status, kind }: Pick<Listing, 'status' | 'kind'>): NextAct[] {
  if (status === 'published') return ['withdraw'];
  if (status === 'withdrawn') return ['retry'];
  if (status !== 'failed') return [];
  return kind === 'blocked' ? ['connect', 'retry', 'withdraw'] : ['retry', 'withdraw'];
}

/** An address that may be linked to: of the web alone, never `javascript:` or a file. */
export function outside(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address) ? address : null;
}

export interface Variant {
  product: string;
  colour: string;
  size: string;
  price: string | null;
}

/** The rows as they are written for the channel; what is missing in one shows as missing. */
export function variantsOf(rows: Listing['variants']): Variant[] {
  const word = (given: unknown) => (typeof given === 'string' || typeof given === 'number' ? String(given) : '');
  return rows.map(({ product, colour, size, price }) => ({
    product: word(product),
    colour: word(colour),
    size: word(size),
    price: word(price) || null,
  }));
}

export interface Offered {
  product: string;
  colours: string[];
  sizes: { size: string; prices: (string | null)[] }[];
}

/** Product by product: its colours across, its sizes down, and the price of each. */
export function byProduct(variants: readonly Variant[]): Offered[] {
  return [...new Set(variants.map(({ product }) => product))].map((product) => {
    const own = variants.filter((one) => one.product === product);
    const colours = [...new Set(own.map(({ colour }) => colour))];
    const sizes = [...new Set(own.map(({ size }) => size))];
    return {
      product,
      colours,
      sizes: sizes.map((size) => ({
        size,
        prices: colours.map((colour) => own.find((one) => one.colour === colour && one.size === size)?.price ?? null),
      })),
    };
  });
}

/** Fabrics that are dark: what is only sold on them has light inks. */
const DARK = new Set(['black', 'charcoal', 'navy', 'forest', 'maroon']);

export function onDark({ variants }: Pick<Listing, 'variants'>): boolean {
  const colours = variantsOf(variants).map(({ colour }) => colour);
  return colours.length > 0 && colours.every((colour) => DARK.has(colour.toLowerCase()));
}
