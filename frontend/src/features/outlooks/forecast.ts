import { plural } from '@/lib/format';
import type { Outlook } from '@/lib/schema';

import { amount } from './words';

const MODELS: Record<string, string> = {
  combination: 'Foretold by several models together, each with as much say as its own past earned it.',
  'seasonal naive': 'Foretold by repeating the last season: nothing else did better in its past.',
};

export function modelWords(model: string | null): string {
  if (model === null) return '';
  return MODELS[model.replaceAll('_', ' ')] ?? `Foretold by ${model}.`;
}

/** How well it would have foretold its own past, against the simplest that can be done. */
export function errs(backtest: Outlook['backtest']): string {
  const { mase = null, against_seasonal_naive: against = null, origins = 0 } = backtest ?? {};
  if (mase === null) return 'How well it did in its own past cannot be told yet.';
  const tried = `Tried from ${plural(origins, 'week')} of its own past, it errs`;
  if (against === null) return `${tried} ${amount(mase)} times as much as repeating last season (MASE).`;
  return `${tried} ${amount(against)} times as much as repeating last season. Its MASE, measured by a single step of that, is ${amount(mase)}.`;
}
