/** Repeats something a person does, each time beside the floor of the same browser, and judges it by its slowest twentieth. */
import { ms, noted, withinMs, type Finding } from '../measure/finding.ts';
import { p50, percentile, type Times } from '../measure/interleave.ts';
import type { DeskWindow } from './openWindow.ts';

/** Milliseconds, ascending. */
export type Series = {
  readonly times: Times;
  /** What one changed pixel took, measured after each of them. */
  readonly floor: Times;
};

export const p95 = (times: Times): number => percentile(times, 0.95);

/** Sixty frames a second: one to wait for, and half of one for the rest. Where a pixel takes longer, time says nothing about the app. */
export const CALM_FLOOR_MS = 25;

const WARM_UP = 3;

/** `act` gives how long it took. The first rounds do not count, unless they are what is asked about. */
export async function series(
  window: DeskWindow,
  rounds: number,
  act: (round: number) => Promise<number>,
  warmUp = WARM_UP,
): Promise<Series> {
  const [times, floor] = [new Float64Array(rounds), new Float64Array(rounds)];
  for (let round = -warmUp; round < rounds; round += 1) {
    const took = await act(round + warmUp);
    const least = await window.floor();
    if (round < 0) continue;
    times[round] = took;
    floor[round] = least;
  }
  return { times: times.toSorted(), floor: floor.toSorted() };
}

/** One series out of several that were taken turn by turn. */
export function seriesOf(took: readonly number[], floor: Times): Series {
  return { times: Float64Array.from(took).toSorted(), floor };
}

export const withinFrames = (budget: number, what: string, { times, floor }: Series): Finding =>
  withinMs(
    budget,
    p95(times),
    { id: 'window', what: `${what}, p95`, against: 'from the key to the paint', note: noteOf({ times, floor }) },
    p95(floor) <= CALM_FLOOR_MS,
  );

/** For what happens once in a start, where a slowest twentieth would be one of a few. */
export const withinMedian = (budget: number, what: string, { times, floor }: Series): Finding =>
  withinMs(
    budget,
    p50(times),
    { id: 'window', what: `${what}, p50`, against: 'from the key to the paint', note: noteOf({ times, floor }) },
    p95(floor) <= CALM_FLOOR_MS,
  );

export const notedFrames = (what: string, { times, floor }: Series): Finding =>
  noted(ms(p95(times)), {
    id: 'window',
    what: `${what}, p95`,
    against: 'from the key to the paint',
    note: noteOf({ times, floor }),
  });

const noteOf = ({ times, floor }: Series): string =>
  `p50 ${ms(p50(times))}, ${times.length} times; a pixel ${ms(p50(floor))}, p95 ${ms(p95(floor))}`;
