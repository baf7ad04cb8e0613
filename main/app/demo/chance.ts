/** Pseudo-random choices that are the same every time for the same seed: the demo is one story, not a different one for everybody. */

export type Chance = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  readonly between: (from: number, to: number) => number;
  /** True in `share` of all cases. */
  readonly happens: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** The key of one entry, each as likely as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
  /** `count` different ones, in no order; all of them when there are not more. */
  readonly several: <T>(from: readonly T[], count: number) => readonly T[];
  /** Letters and digits of `pattern`: `#` a digit, `?` a letter, `*` a hexadecimal digit; the rest stays. */
  readonly text: (pattern: string) => string;
};

/** Mulberry32: 32 bits of state, good enough to look like chance. `seeds` name one line of choices. */
export function chanceOf(...seeds: readonly number[]): Chance {
  let state = seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) ^ (mixed >>> 15), 0x2545f491) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('There is nothing to choose from');
    return from[whole(0, from.length - 1)] as T;
  };
  return {
    next,
    whole,
    between: (from, to) => from + next() * (to - from),
    happens: share => next() < share,
    pick,
    weighted: weights => {
      const entries = Object.entries<number>(weights) as [keyof typeof weights, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
      if (found === undefined) throw new Error('There is nothing to choose from');
      return found[0];
    },
    several: (from, count) => {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(whole(0, left.length - 1), 1),
      ).flat();
    },
    text: pattern =>
      pattern.replaceAll(/[#?*]/g, place => {
        const signs = { '#': '0123456789', '?': 'ABCDEFGHJKLMNPRSTUVWXYZ', '*': '0123456789abcdef' };
        const of = signs[place as '#' | '?' | '*'];
        return of.charAt(whole(0, of.length - 1));
      }),
  };
}
