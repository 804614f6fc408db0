import { percent, plural } from '@/lib/format';
import type { Like, MatchParts } from '@/lib/schema';

export interface Reason {
  said: string;
  /** Whether it speaks for one product. */
  speaksFor: boolean;
}

const IDENTIFIERS: Record<string, string> = { gtin: 'barcode number', mpn: 'maker’s number', asin: 'ASIN' };

const AGREE: Record<string, string> = {
  brand: 'The same brand',
  seller: 'The same seller',
  kind: 'The same kind of thing',
  colour: 'A colour in common',
  model: 'The same model',
  pack: 'As many in a pack',
};

const CONTRADICT: Record<string, string> = {
  kind: 'Another kind of thing',
  pack: 'Another number in a pack',
  measure: 'Another measure',
  number: 'Other numbers in the title',
  model: 'Another model',
  size: 'Other sizes',
  people: 'For other people',
  style: 'Another style',
  colour: 'Another colour',
  brand: 'Another brand',
  shop: 'Two offers of one shop, which would not compete with itself',
  identifier: 'Another product number',
};

/** What the score is made of, in words: what speaks for one product first. */
export function reasons(parts: MatchParts): Reason[] {
  const found: (Reason | null)[] = [
    parts.identifier === null
      ? null
      : speaksFor(`Both carry the same ${IDENTIFIERS[parts.identifier] ?? parts.identifier}: that decides`),
    titleReason(parts),
    wordsReason('Both say', parts.shared, true),
    ...parts.agrees.map((name) => speaksFor(AGREE[name] ?? name)),
    pictureReason(parts.picture_distance),
    ...parts.contradicts.map((name) => against(CONTRADICT[name] ?? name)),
    wordsReason('Only one says', parts.only_one, false),
    priceReason(parts.price_ratio),
  ];
  return found
    .filter((reason) => reason !== null)
    .sort((one, other) => Number(other.speaksFor) - Number(one.speaksFor));
}

function titleReason({ title }: MatchParts): Reason {
  const share = percent(title).replace('+', '');
  return { said: `Titles alike to ${share}`, speaksFor: title >= 0.5 };
}

function wordsReason(said: string, words: string[], good: boolean): Reason | null {
  if (words.length === 0) return null;
  return { said: `${said}: ${words.join(', ')}`, speaksFor: good };
}

/** Of 64 bits; from sixteen on they are simply different pictures. */
function pictureReason(distance: number | null): Reason | null {
  if (distance === null) return null;
  if (distance === 0) return speaksFor('The same picture');
  if (distance < 16) return speaksFor('Pictures that look alike');
  return against('Different pictures');
}

function priceReason(ratio: number | null): Reason | null {
  if (ratio === null) return null;
  if (ratio < 1.05) return speaksFor('Nearly the same price');
  const times = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(ratio);
  return ratio <= 2 ? speaksFor(`One costs ${times} times the other`) : against(`One costs ${times} times the other`);
}

function speaksFor(said: string): Reason {
  return { said, speaksFor: true };
}

function against(said: string): Reason {
  return { said, speaksFor: false };
}

/** How sure the matcher is, or that a person is: "97% sure". */
export function sureWord({ score, override }: Like): string {
  if (override !== null) return override.verdict === 'same' ? 'Said to be the same' : 'Said to be another';
  if (score === null) return 'By way of another offer';
  return `${percent(score).replace('+', '')} sure`;
}

/** "3 offers elsewhere, from $12.00". */
export function elsewhereWord(others: number, lowest: string | null): string {
  return `${plural(others, 'offer')} elsewhere${lowest === null ? '' : `, from ${lowest}`}`;
}
