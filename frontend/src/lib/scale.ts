/** A straight line from what is measured to where it is drawn. */
export interface Scale {
  (value: number): number;
  ticks: number[];
}

export function linear([low, high]: [number, number], [from, to]: [number, number], ticks: number[]): Scale {
  const span = high - low || 1;
  return Object.assign((value: number) => from + ((value - low) / span) * (to - from), { ticks });
}

/** Round steps that cover the values, with air above and below. */
export function niceTicks(low: number, high: number, wanted: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step) * step;
  const steps = Math.max(1, Math.ceil((high - first) / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, index) => Number((first + index * step).toPrecision(12)));
}

/** The same where less than some days are drawn: whole local hours. */
export function hourTicks(from: number, to: number, wanted: number): number[] {
  const hours = Math.max(1, Math.round((to - from) / 3_600_000));
  const every = [1, 2, 3, 6, 12].find((step) => hours / step <= wanted) ?? 24;
  const at = new Date(from);
  at.setMinutes(0, 0, 0);
  const ticks: number[] = [];
  for (; at.getTime() <= to; at.setHours(at.getHours() + 1)) {
    if (at.getTime() >= from && at.getHours() % every === 0) ticks.push(at.getTime());
  }
  return ticks;
}

/** The moments to mark on a time axis: whole local days, evenly apart. */
export function dayTicks(from: number, to: number, wanted: number): number[] {
  const days = Math.max(1, Math.round((to - from) / 86_400_000));
  const every = [1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 91, 182, 365].find((step) => days / step <= wanted) ?? 730;
  const ticks: number[] = [];
  const at = new Date(to);
  at.setHours(0, 0, 0, 0);
  while (at.getTime() >= from) {
    ticks.unshift(at.getTime());
    at.setDate(at.getDate() - every);
  }
  return ticks;
}
