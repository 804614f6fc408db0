/** Ways of telling what is sold. */
export const WAYS: Record<string, string> = {
  reviews: 'the reviews that came',
  counter: 'what shops count themselves',
  rank: 'ranks of best-sellers',
  stock: 'what vanished from stock',
};

/** "a factor of 2": how far off a way may be, most of the time, from the deviation of its logarithm. */
export function factor(deviation: number, locale?: string): string {
  const times = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(Math.exp(deviation));
  return `a factor of ${times}`;
}
