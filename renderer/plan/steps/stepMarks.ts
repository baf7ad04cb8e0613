/** Which steps of a plan are marked, each with the version that was seen and the parts above it; and how far each part is marked. */
import type { StepItem } from '../../../preload/contract/batch.ts';

export type Marked = {
  readonly seen: number;
  /** From the order down or the other way around. */ readonly above: readonly string[];
};

/** By key, such as `T3`. */
export type StepMarks = ReadonlyMap<string, Marked>;

export type MarkState = 'all' | 'some' | 'none';

export const noMarks: StepMarks = new Map();

export const isStep = (key: string): boolean => key.startsWith('T');

/** By the number of the step, however they were marked. */
export const itemsOf = (orderId: string, marks: StepMarks): readonly StepItem[] =>
  [...marks]
    .map(([key, { seen }]) => ({ orderId, task: Number(key.slice(1)), seen }))
    .toSorted((a, b) => a.task - b.task);

/** How many marked steps are below each part that has any. */
export function countBelow(marks: StepMarks): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { above } of marks.values()) for (const key of above) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** `total` is how many steps the part has below it. */
export function markOf(marks: StepMarks, below: ReadonlyMap<string, number>, key: string, total: number): MarkState {
  if (isStep(key)) return marks.has(key) ? 'all' : 'none';
  const count = below.get(key) ?? 0;
  if (count === 0) return 'none';
  return total > 0 && count >= total ? 'all' : 'some';
}

/** Those that are marked already keep the version that was seen then. */
export const withMarks = (marks: StepMarks, more: Iterable<readonly [string, Marked]>): StepMarks =>
  new Map([...more, ...marks]);

export function withoutMarks(marks: StepMarks, keys: Iterable<string>): StepMarks {
  const left = new Map(marks);
  for (const key of keys) left.delete(key);
  return left;
}

/** Marks all of them, or none when all are marked already. */
export function toggled(marks: StepMarks, steps: ReadonlyMap<string, Marked>): StepMarks {
  const isAll = [...steps.keys()].every(key => marks.has(key));
  return isAll ? withoutMarks(marks, steps.keys()) : withMarks(marks, steps);
}
