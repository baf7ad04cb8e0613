/** Decomposes later what could not be decided at approval: a target skipped for want of a value is looked at again when the value comes (domain.md A.6 item 5, features D4). */
import type { IndexedCatalog } from '../../catalog/indexCatalog.ts';
import { reviveAll } from '../../decomposition/decompose.ts';
import type { DraftOrder, HeldValue } from '../../decomposition/draftOrder.ts';
import { startDrafting, type Drafting } from '../../decomposition/expandLine.ts';
import { settleValues } from '../../decomposition/settleValues.ts';
import type { MappingTrace, TraceEntry } from '../../decomposition/trace.ts';
import { hasDomainOrderEnded } from '../../vocabulary/states.ts';
import { findAwaitingTargets } from './awaitingTargets.ts';
import { getDomainOrder, planOf } from '../change.ts';
import type { DecisionContext } from '../commands.ts';
import type { PlanAddition } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Order } from '../order.ts';
import { planAddition } from '../planAddition.ts';
import { domainOrdersOfLine, propagate, type Arrival } from '../propagate.ts';
import { release } from '../settle.ts';
import type { Unfolding } from '../unfolding.ts';

/**
 * Looks again at the targets that these values were missing for; they are all of one line. What passes is put under the
 * domain order it belongs to and opens as far as it may; what does not is skipped for good: a later change of the value is
 * no reason to look a third time. Values that so reach further domain orders may bring further targets.
 */
export function reconsider(unfolding: Unfolding, context: DecisionContext, arrivals: readonly Arrival[]): void {
  for (let arrived = arrivals; arrived.length > 0;) arrived = reconsiderOnce(unfolding, context, arrived);
}

function reconsiderOnce(
  unfolding: Unfolding,
  context: DecisionContext,
  arrivals: readonly Arrival[],
): readonly Arrival[] {
  const order = unfolding.order();
  const { catalog } = context;
  const skipped = findAwaitingTargets(order, catalog, arrivals);
  const [first] = skipped;
  if (first === undefined) return [];
  const present = presentDrafts(order, catalog, getDomainOrder(order, first.parent).line, arrivals);
  const drafting = startDrafting(catalog, 'evaluate', planOf(order).domainOrders.size);
  for (const { index, parent, candidate, entry } of skipped) {
    const { rules } = entry;
    drafting.awaiting.push({ parent: present.get(parent) as DraftOrder, candidate, rules, reconsiders: index });
  }
  const mappings = draftAndSettle(order, drafting, [...present.values()]);
  const added = planAddition(order, context, { drafting, present, mappings });
  if (!added.ok || closesCircle(unfolding, context, added.value)) {
    const entries = drafting.entries.flatMap(entry => (entry.reconsiders === undefined ? [] : [turnedDown(entry)]));
    const trace = { entries, mappings: [] };
    unfolding.emit({
      type: 'TargetsReconsidered',
      v: 1,
      data: { domainOrders: [], tasks: [], dependencies: [], trace },
    });
    return [];
  }
  unfolding.emit({ type: 'TargetsReconsidered', v: 1, data: added.value });
  const next = [...present.values()].flatMap(draft => feedPresent(unfolding, catalog, draft));
  release(
    unfolding,
    drafting.drafts.map(({ number }) => number),
  );
  return next;
}

/** With it, the order would wait for itself through another that waits for it. */
function closesCircle(unfolding: Unfolding, { findCircle }: DecisionContext, data: PlanAddition): boolean {
  const order = unfolding.order();
  const event = {
    type: 'TargetsReconsidered',
    v: 1,
    data,
    version: order.version + 1,
    at: unfolding.at,
    by: '',
  } as const;
  return findCircle(evolve(order, event)) !== undefined;
}

/** The domain orders that the line has, as decomposition drafts them: what they hold stands. */
function presentDrafts(
  order: Order,
  catalog: IndexedCatalog,
  line: number,
  arrivals: readonly Arrival[],
): ReadonlyMap<number, DraftOrder> {
  const origins = new Map(arrivals.map(({ domainOrder, name, from }) => [`${domainOrder} ${name}`, from]));
  const drafts = new Map<number, DraftOrder>();
  for (const part of domainOrdersOfLine(order, line)) {
    const { number, action, quantity, characteristics } = part;
    const specification = catalog.specifications.get(part.specification);
    if (specification === undefined) throw new Error(`The catalog of ${order.number} has no ${part.specification}`);
    const parent = part.parent === undefined ? undefined : drafts.get(part.parent);
    const values = characteristics.map(({ name, value, valueType }): readonly [string, HeldValue] => [
      name,
      {
        value,
        from: origins.get(`${number} ${name}`) ?? 'line',
        ...(valueType === undefined ? {} : { valueType }),
      },
    ]);
    const draft: DraftOrder = {
      number,
      line,
      ...(parent === undefined ? {} : { parent }),
      top: parent?.top ?? number,
      specification,
      action,
      quantity,
      values: new Map(values),
      children: [],
    };
    parent?.children.push(draft);
    drafts.set(number, draft);
  }
  return drafts;
}

/** Only what is new feeds and is fed; of what is there already, only what has no value yet. */
function draftAndSettle(order: Order, drafting: Drafting, present: readonly DraftOrder[]): readonly MappingTrace[] {
  const isNew = ({ number }: DraftOrder): boolean => number > drafting.known;
  const canBeFed = (draft: DraftOrder): boolean =>
    isNew(draft) || !hasDomainOrderEnded(getDomainOrder(order, draft.number).state);
  let mappings: readonly MappingTrace[] = [];
  while (reviveAll(drafting)) {
    if (drafting.drafts.length === 0) continue;
    mappings = settleValues(
      drafting.catalog,
      [...present, ...drafting.drafts],
      (target, sources) => canBeFed(target) && (isNew(target) || sources.some(isNew)),
    );
  }
  return mappings;
}

/** Emits the values that a domain order has got from the new ones, and says where they went from there. */
function feedPresent(unfolding: Unfolding, catalog: IndexedCatalog, draft: DraftOrder): readonly Arrival[] {
  return [...draft.values].flatMap(([name, { value, fedBy }]): readonly Arrival[] => {
    if (fedBy === undefined) return [];
    const { number } = draft;
    const was =
      getDomainOrder(unfolding.order(), number).characteristics.find(held => held.name === name)?.value ?? null;
    unfolding.emit({
      type: 'ValuePropagated',
      v: 1,
      data: { mapping: fedBy.mapping, from: fedBy.draft.number, to: number, name, was, now: value },
    });
    return [
      { domainOrder: number, name, from: 'mapping' },
      ...propagate(unfolding, catalog, number, [{ name, value }]),
    ];
  });
}

/** It passed its rules, but its tasks and those that are there would wait for each other in a circle. */
function turnedDown(entry: TraceEntry): TraceEntry {
  const { domainOrder, copy: _copy, ...rest } = entry;
  return domainOrder === undefined ? entry : { ...rest, verdict: 'skipped', reason: 'taskCircle' };
}
