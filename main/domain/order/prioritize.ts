/** Computes how urgent the lines of an order are: at approval, and again when an approved change has altered what there is to do (domain.md A.8, features T6). */
import { sameJson, type JsonValue } from '../json.ts';
import { computesPriority, scoreOrder } from '../policy/priorityScore.ts';
import { listRows } from '../table.ts';
import { hasLineEnded } from '../vocabulary/states.ts';
import { getLine } from './change.ts';
import { findSpecification } from './checks.ts';
import type { DecisionContext } from './commands.ts';
import type { Unfolding } from './unfolding.ts';

/** Nothing when no table of the policy has a weight: then the captured priority stands. A score that is as it was is not said again. */
export function prioritize(unfolding: Unfolding, { catalog, policy }: DecisionContext): void {
  if (!computesPriority(policy.priority)) return;
  const order = unfolding.order();
  const lines = listRows(order.lines)
    .filter(({ state, canceling }) => !hasLineEnded(state) && canceling !== true)
    .map(line => ({
      line: line.number,
      specification: findSpecification(line, catalog)?.id,
      action: line.action,
    }));
  const captured = { account: order.account?.id, priority: order.capturedPriority ?? order.priority, lines };
  const scored = scoreOrder(captured, policy.priority);
  if (scored === undefined) return;
  const news = scored.lines.filter(({ line, score }) => !isSame(score, getLine(order, line).priority));
  if (news.length === 0 && isSame(scored.order, order.priorityScore)) return;
  unfolding.emit({ type: 'PriorityComputed', v: 1, data: { lines: news, order: scored.order } });
}

const isSame = (one: object, other: object | undefined): boolean =>
  other !== undefined && sameJson(one as JsonValue, other as JsonValue);
