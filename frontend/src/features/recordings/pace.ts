/** How fast bytes go, told over the last seconds: what was before says nothing about now. */
const WINDOW_MS = 6_000;

export function createPace(now: () => number = Date.now) {
  let told: { at: number; bytes: number }[] = [];
  return {
    /** How many have gone by now; what has to be sent again makes it less. */
    tell: (bytes: number) => {
      const at = now();
      const last = told.at(-1);
      if (last !== undefined && bytes < last.bytes) told = [];
      told = [...told.filter((one) => at - one.at <= WINDOW_MS), { at, bytes }];
    },
    /** Bytes a second; null while too little is known. */
    speed: (): number | null => {
      const [first, last] = [told[0], told.at(-1)];
      if (first === undefined || last === undefined || last.at - first.at < 500) return null;
      return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
    },
  };
}
