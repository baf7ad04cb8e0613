/** Numbers that look random and are the same for the same seed, so that every run measures the same work. */
export type Dice = {
  readonly below: (limit: number) => number;
  readonly of: <T>(items: readonly T[]) => T;
  /** True in `percent` of a hundred throws. */
  readonly hits: (percent: number) => boolean;
};

/** mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    below,
    of: <T>(items: readonly T[]): T => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to choose from.');
      return item;
    },
    hits: percent => below(100) < percent,
  };
}

/** UUIDv7 as the app makes them: sorted by time in front, random behind. */
export function idsOf(seed: number): () => string {
  const dice = diceOf(seed);
  let time = 0x0199_0000_0000;
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  return () => {
    time += 1;
    const front = hex(time, 12);
    return [
      front.slice(0, 8),
      front.slice(8),
      `7${hex(dice.below(0x1000), 3)}`,
      `8${hex(dice.below(0x1000), 3)}`,
      `${hex(dice.below(0x1000000), 6)}${hex(dice.below(0x1000000), 6)}`,
    ].join('-');
  };
}
