/** How urgent an order is by the policy's decision tables: the weighted mean of ranks for each line, and the highest for the order (domain.md A.8). */
import type { PriorityPart, PriorityScore } from '../vocabulary/reasons.ts';
import type { LineAction, Priority } from '../vocabulary/states.ts';
import type { PriorityPolicy } from './policy.ts';

export type RankedLine = {
  readonly line: number;
  /** Id of the matched specification; absent where the catalog knows none. */
  readonly specification: string | undefined;
  readonly action: LineAction;
};

export type RankedOrder = {
  readonly account: string | undefined;
  /** As captured. */
  readonly priority: Priority;
  readonly lines: readonly RankedLine[];
};

export type OrderScore = {
  readonly lines: readonly { readonly line: number; readonly score: PriorityScore }[];
  readonly order: PriorityScore;
};

const tables = ['customer', 'specification', 'orderType', 'urgency'] as const satisfies PriorityPart['table'][];

/** Whether any table says anything at all; without one the captured priority stands. */
export const computesPriority = (policy: PriorityPolicy): boolean => tables.some(table => policy[table].weight > 0);

/** Undefined when no table speaks of any line: then the captured priority stands. Of equally urgent lines the first sets the order. */
export function scoreOrder(order: RankedOrder, policy: PriorityPolicy): OrderScore | undefined {
  const lines = order.lines.flatMap(line => {
    const score = scoreLine(order, line, policy);
    return score === undefined ? [] : [{ line: line.line, score }];
  });
  const highest = lines.reduce<PriorityScore | undefined>(
    (best, { score }) => (best === undefined || score.score > best.score ? score : best),
    undefined,
  );
  return highest === undefined ? undefined : { lines, order: highest };
}

function scoreLine(order: RankedOrder, line: RankedLine, policy: PriorityPolicy): PriorityScore | undefined {
  const keys: Readonly<Record<PriorityPart['table'], string | undefined>> = {
    customer: order.account,
    specification: line.specification,
    orderType: line.action,
    urgency: order.priority,
  };
  const parts = tables.flatMap((table): readonly PriorityPart[] => {
    const { weight, ranks, otherwise } = policy[table];
    const key = keys[table];
    const rank = key !== undefined && Object.hasOwn(ranks, key) ? ranks[key] : otherwise;
    return weight > 0 && rank !== undefined ? [{ table, key: key ?? '', rank, weight }] : [];
  });
  return parts.length === 0 ? undefined : scoreOf(parts);
}

/** `sum(rank × weight) / sum(weight)` to two decimals, of at least one part. */
export function scoreOf(parts: readonly PriorityPart[]): PriorityScore {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const exact = parts.reduce((sum, { rank, weight }) => sum + rank * weight, 0) / weights;
  const score = Math.round(exact * 100) / 100;
  return { score, priority: bandOf(score), parts };
}

/** Critical from 80, high from 60, moderate from 40, low below. */
export function bandOf(score: number): Priority {
  if (score >= 80) return 'critical';
  if (score >= 60) return 'high';
  return score >= 40 ? 'moderate' : 'low';
}
