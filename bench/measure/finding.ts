/** One line of the table that `npm run bench` prints: a figure, what it is held against, and whether it keeps its budget. */

export type Verdict = 'kept' | 'missed' | 'noisy' | 'noted';

export type Finding = {
  /** Short name that `--only` finds. */
  readonly id: string;
  readonly what: string;
  readonly against: string;
  readonly ratio: string;
  readonly budget: string;
  readonly verdict: Verdict;
  /** Absolute figures, which mean little on another machine. */
  readonly note: string;
};

type Parts = Pick<Finding, 'id' | 'what' | 'against' | 'note'>;

/** A ratio that must stay at or under its budget; `reliable` false reports it without judging. */
export function atMost(budget: number, ratio: number, parts: Parts, reliable = true): Finding {
  const kept = ratio <= budget;
  return {
    ...parts,
    ratio: `${digits(ratio)}×`,
    budget: `≤ ${budget}×`,
    verdict: kept ? 'kept' : reliable ? 'missed' : 'noisy',
  };
}

/** How many times quicker than its peer it must at least be. */
export function atLeast(budget: number, factor: number, parts: Parts): Finding {
  const verdict = factor >= budget ? 'kept' : 'missed';
  return { ...parts, ratio: `${digits(factor)}×`, budget: `≥ ${budget}× quicker`, verdict };
}

/** A time in milliseconds that must stay at or under its budget; `reliable` as above. */
export function withinMs(budget: number, took: number, parts: Parts, reliable = true): Finding {
  const verdict = took <= budget ? 'kept' : reliable ? 'missed' : 'noisy';
  return { ...parts, ratio: ms(took), budget: `≤ ${budget} ms`, verdict };
}

/** A figure without a budget. */
export const noted = (ratio: string, parts: Parts): Finding => ({ ...parts, ratio, budget: '', verdict: 'noted' });

export const ms = (time: number): string => `${digits(time)} ms`;

const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
