import type { MatchParts } from '@/lib/schema';

export interface Reasons {
  /** What speaks for their being one product. */
  pro: string[];
  /** What speaks against it. */
  con: string[];
  /** What is not known, and so says nothing. */
  open: string[];
}

const NAMES: Record<string, string> = {
  gtin: 'GTIN',
  isbn: 'ISBN',
  mpn: 'maker’s part number',
  asin: 'ASIN',
  kind: 'kind of product',
  pack: 'number in the pack',
  measure: 'measure',
  people: 'whom it is for',
  identifier: 'product number',
};

/** Of 64 bits: pictures that differ in fewer are surely of one thing; in more, simply others. */
const NEARLY = 6;
const UNLIKE = 16;

function named(part: string): string {
  return NAMES[part] ?? part.replaceAll('_', ' ');
}

/** The parts of a score as a person would say them. */
export function reasonsOf(parts: MatchParts): Reasons {
  const reasons: Reasons = { pro: [], con: [], open: [] };
  if (parts.identifier !== null) reasons.pro.push(`Both carry the same ${named(parts.identifier)}, which decides`);
  const title = `Titles are ${Math.round(parts.title * 100)} % alike`;
  (parts.title >= 0.5 ? reasons.pro : reasons.con).push(title);
  if (parts.information < 0.5) reasons.con.push('The words that both say are ones that many offers say');
  if (parts.instead >= 0.5) reasons.con.push('Each says things in the other’s stead');
  if (parts.agrees.length > 0) reasons.pro.push(`Same ${parts.agrees.map(named).join(', ')}`);
  if (parts.contradicts.length > 0) reasons.con.push(`Another ${parts.contradicts.map(named).join(', ')}`);
  pictures(parts.picture_distance, reasons);
  prices(parts.price_ratio, reasons);
  return reasons;
}

function pictures(distance: number | null, { pro, con, open }: Reasons): void {
  if (distance === null) open.push('A picture is not seen yet');
  else if (distance <= NEARLY) pro.push('Pictures are nearly the same');
  else if (distance <= UNLIKE) pro.push('Pictures are alike');
  else con.push('Pictures differ');
}

function prices(ratio: number | null, { pro, con, open }: Reasons): void {
  if (ratio === null) open.push('Prices cannot be compared');
  else if (ratio <= 1.1) pro.push('Prices are about the same');
  else if (ratio <= 2) open.push(`One costs ${ratio.toFixed(1)} times as much`);
  else con.push(`One costs ${ratio.toFixed(1)} times as much`);
}
