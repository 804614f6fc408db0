export interface Piece {
  text: string;
  hit: boolean;
}

/** What is looked for: each word by itself, and those in quotes as they stand. */
export function phrases(words: string): string[] {
  const found = [...words.matchAll(/["“”]([^"“”]+)["“”]|([^\s"“”]+)/g)];
  return found.map(([, quoted, word]) => (quoted ?? word ?? '').trim().toLowerCase()).filter((one) => one !== '');
}

/** Whether all of it is there. */
export function says(text: string, words: string): boolean {
  const [low, wanted] = [text.toLowerCase(), phrases(words)];
  return wanted.length > 0 && wanted.every((one) => low.includes(one));
}

/** The text cut at what is looked for, for it to be marked. */
export function pieces(text: string, words: string): Piece[] {
  const wanted = phrases(words).sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ text, hit: false }];
  const any = new RegExp(`(${wanted.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  return text
    .split(any)
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
