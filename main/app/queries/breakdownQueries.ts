/** Answers what an order was broken down into, as a whole and for one part of its plan: as it is, as approval would leave it, or as it was. */
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { lineTitle } from '../../domain/order/lineTitle.ts';
import { taskNumber } from '../../domain/order/numbers.ts';
import type { Order, OrderLine, OrderTask } from '../../domain/order/order.ts';
import { getRow } from '../../domain/table.ts';
import type { PlanKey } from '../../domain/plan/planKey.ts';
import { hasPart, type PlanView } from '../../domain/plan/planView.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CatalogShelf } from '../catalogShelf.ts';
import type { PlanShelf } from '../planShelf.ts';
import type { Handlers } from '../sides.ts';
import { breakdownOf, type Breakdown, type Placed } from './breakdown.ts';
import { lineViewer, pageLines } from './orderQueries.ts';
import type { WhyMade } from '../../../preload/contract/breakdown.ts';

export function breakdownQueries(plans: PlanShelf, catalogs: CatalogShelf): Handlers<'order.breakdown' | 'plan.why'> {
  return {
    'order.breakdown': ({ after, limit, ...asked }) => {
      const seen = plans.look(asked);
      if (!seen.ok) return seen;
      const { order, view } = seen.value;
      const catalog = catalogs.of(order);
      const { partsOf } = breakdownOf(order, catalog);
      const viewLine = lineViewer(view, catalog);
      const { rows, ...rest } = pageLines(order, after, limit);
      return ok({ rows: rows.map(line => ({ line: viewLine(line), ...partsOf(line) })), ...rest });
    },
    'plan.why': ({ part, limit, ...asked }): Result<WhyMade, Refusal> => {
      const seen = plans.look(asked);
      if (!seen.ok) return seen;
      const { order, view } = seen.value;
      if (!hasPart(view, part)) return err({ code: 'NotFound', subject: 'domainOrder', id: part });
      return ok(whyMade(view, breakdownOf(order, catalogs.of(order)), part, limit));
    },
  };
}

function whyMade(view: PlanView, breakdown: Breakdown, key: PlanKey, limit: number): WhyMade {
  const { order } = view;
  const about = aboutPart(order, key);
  if (about === undefined) {
    const skipped = linesUnder(view, key).flatMap(line => skippedIn(line, breakdown.placedOf(line)));
    return { line: null, made: null, task: null, skipped: shown(order, breakdown, skipped, limit) };
  }
  const { line, domainOrder, task } = about;
  const placed = breakdown.placedOf(line);
  const at = domainOrder === undefined ? 0 : placed.findIndex(({ entry }) => entry.domainOrder === domainOrder);
  const made = placed[at];
  const below =
    task !== undefined
      ? []
      : domainOrder === undefined
        ? linesUnder(view, key).flatMap(one => skippedIn(one, breakdown.placedOf(one)))
        : skippedIn(line, branchAt(placed, at));
  return {
    line: lineRef(order, line),
    made: made === undefined ? null : breakdown.view(made),
    task: task === undefined ? null : viewTask(order, task),
    skipped: shown(
      order,
      breakdown,
      // The line's own word is said above.
      below.filter(({ placed: one }) => one !== made),
      limit,
    ),
  };
}

type About = { readonly line: OrderLine; readonly domainOrder?: number; readonly task?: OrderTask };

/** The line, the domain order and the task that the part is or belongs to; undefined for what holds several lines. */
function aboutPart({ lines, plan }: Order, key: PlanKey): About | undefined {
  const number = Number(key.slice(1));
  if (key.startsWith('L')) return { line: getRow(lines, number) };
  if (plan === undefined || !/^[DT]/.test(key)) return undefined;
  if (key.startsWith('D')) {
    return { line: getRow(lines, getRow(plan.domainOrders, number).line), domainOrder: number };
  }
  const task = getRow(plan.tasks, number);
  return { line: getRow(lines, task.line), domainOrder: task.domainOrder, task };
}

/** The lines of an order, of a location, or nested under one; each with its own. */
function linesUnder({ order, sites }: PlanView, key: PlanKey): readonly OrderLine[] {
  const tops =
    key === 'order'
      ? sites.flatMap(({ lines }) => lines)
      : key.startsWith('S')
        ? (sites[Number(key.slice(1)) - 1]?.lines ?? [])
        : [Number(key.slice(1))];
  const found: OrderLine[] = [];
  const left = tops.toReversed();
  for (let number = left.pop(); number !== undefined; number = left.pop()) {
    const line = getRow(order.lines, number);
    found.push(line);
    left.push(...line.children.toReversed());
  }
  return found;
}

/** The entry there and what hangs under it. */
function branchAt(placed: readonly Placed[], at: number): readonly Placed[] {
  const top = placed[at];
  if (top === undefined) return [];
  const end = placed.findIndex(({ depth }, index) => index > at && depth <= top.depth);
  return placed.slice(at, end === -1 ? placed.length : end);
}

type Skipped = { readonly line: OrderLine; readonly placed: Placed };

const skippedIn = (line: OrderLine, placed: readonly Placed[]): readonly Skipped[] =>
  placed.flatMap(one => (one.entry.verdict === 'skipped' ? [{ line, placed: one }] : []));

const shown = (order: Order, { view }: Breakdown, skipped: readonly Skipped[], limit: number): WhyMade['skipped'] => ({
  rows: skipped.slice(0, limit).map(({ line, placed }) => ({ line: lineRef(order, line), entry: view(placed) })),
  total: skipped.length,
});

const lineRef = (order: Order, line: OrderLine): NonNullable<WhyMade['line']> => ({
  id: line.id,
  number: line.number,
  name: lineTitle(order, line),
});

function viewTask(order: Order, { key, undoes }: OrderTask): NonNullable<WhyMade['task']> {
  const undone = undoes === undefined || order.plan === undefined ? undefined : getRow(order.plan.tasks, undoes);
  return {
    key,
    undoes: undone === undefined ? null : { number: taskNumber(order, undone.number), title: undone.title },
  };
}
