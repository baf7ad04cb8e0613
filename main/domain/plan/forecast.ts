/** How long a step will take, learned from how long steps of its kind have taken (features X14, X2). */
import type { DomainOrder, OrderTask } from '../order/order.ts';

/** What the finished tasks of one kind of step tell; only the newest are asked. */
export type StepHistory = {
  /** Half of them took at most so many working minutes. */
  readonly p50Minutes: number;
  /** Of those that took longer than that, half took at most so many times as long; 1 or more. */
  readonly overrun: number;
  readonly samples: number;
};

/** Gives what is known about a kind of step; undefined while too few were ever finished to go by. */
export type HistoryOf = (step: string) => StepHistory | undefined;

export const nothingLearned: HistoryOf = () => undefined;

/** Two tasks are the same kind of step when they come from the same task of the same plan template. */
export const stepOf = (
  { planTemplate, specification }: Pick<DomainOrder, 'planTemplate' | 'specification'>,
  { key }: Pick<OrderTask, 'key'>,
): string => `${planTemplate ?? specification}/${key}`;

/** With fewer finished tasks than this the plan knows better. */
export const fewestSamples = 5;
/** From so many on they know better than the plan; in between both are listened to. */
export const enoughSamples = 20;
/** Older ones tell of a time that is past. */
export const mostSamples = 200;

/** From the working minutes that finished tasks of one kind took, in any order. */
export function learn(minutes: readonly number[]): StepHistory | undefined {
  // What was started and ended within a minute was told of afterwards, and says nothing about how long it took.
  const sorted = minutes.filter(one => one >= 1).toSorted((a, b) => a - b);
  if (sorted.length < fewestSamples) return undefined;
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] as number;
  const p50Minutes = at(0.5);
  return { p50Minutes, overrun: at(0.75) / p50Minutes, samples: sorted.length };
}

/** Working minutes that a step is expected to take: what was planned, moved towards what was learned the more was learned. */
export function expectedMinutes(planned: number, history: StepHistory | undefined): number {
  if (history === undefined) return planned;
  return planned + (history.p50Minutes - planned) * Math.min(1, history.samples / enoughSamples);
}

/**
 * Working minutes that are still to go after `elapsed` of them. Whatever runs past its time is expected to run on as
 * others of its kind did that were late: the whole is the larger of what was expected and what has passed, times the
 * overrun of the step.
 */
export function remainingMinutes(expected: number, elapsed: number, history: StepHistory | undefined): number {
  const whole = elapsed < expected ? expected : Math.max(expected, elapsed * (history?.overrun ?? 1));
  return whole - elapsed;
}
