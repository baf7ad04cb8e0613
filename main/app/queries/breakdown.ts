/** Lays the trace of a decomposition out as the tree a person reads: line, then every target created or skipped, each under its source (features D7, D8). */
import type { BreakdownEntry, LineBreakdown } from '../../../preload/contract/breakdown.ts';
import type { FulfillmentPolicy } from '../../domain/catalog/catalog.ts';
import type { IndexedCatalog } from '../../domain/catalog/indexCatalog.ts';
import type { TraceEntry } from '../../domain/decomposition/trace.ts';
import { tasksOfDomainOrders } from '../../domain/order/countsBelow.ts';
import { domainOrderNumber } from '../../domain/order/numbers.ts';
import type { Count, Order, OrderLine } from '../../domain/order/order.ts';
import { findRow } from '../../domain/table.ts';
import { carriedValues, type CarriedTo } from './carriedValues.ts';

export type LineParts = {
  /** In preorder; what hangs under a domain order stands right after it, one deeper. */
  readonly entries: BreakdownEntry[];
  readonly companions: LineBreakdown['companions'];
};

/** An entry of the trace where a person reads it. */
export type Placed = { readonly entry: TraceEntry; readonly depth: number };

export type Breakdown = {
  /** What decomposition looked at for a line, as `LineParts` has it, without the work of showing it. */
  readonly placedOf: (line: OrderLine) => readonly Placed[];
  readonly view: (placed: Placed) => BreakdownEntry;
  readonly partsOf: (line: OrderLine) => LineParts;
};

/** What decomposition made of each line, as it stands now: a target that was looked at again has only its last entry, where the first stood. */
export function breakdownOf(order: Order, catalog: IndexedCatalog): Breakdown {
  const { entries = [], compatibility = [] } = order.plan?.trace ?? {};
  const byLine = Map.groupBy(lastWord(entries), ({ line }) => line);
  const companions = Map.groupBy(compatibility, ({ line }) => line);
  const policies = new Map(catalog.catalog.policies.map(policy => [policy.id, policy]));
  // Counted for the first domain order that is shown.
  let tasks: ((domainOrder: number) => Count) | undefined;
  const tasksOf = (domainOrder: number): Count => (tasks ??= tasksOfDomainOrders(order))(domainOrder);
  const sight: Sight = { order, catalog, policies, carriedTo: carriedValues(order, catalog), tasksOf };
  const placedOf: Breakdown['placedOf'] = ({ number }) => inPreorder(byLine.get(number) ?? []);
  const view: Breakdown['view'] = placed => viewEntry(sight, placed);
  return {
    placedOf,
    view,
    partsOf: line => ({
      entries: placedOf(line).map(view),
      companions: (companions.get(line.number) ?? []).map(({ rule, requires, found, by = null }) => ({
        rule: catalog.catalog.compatibilityRules?.find(({ id }) => id === rule)?.name ?? rule,
        requires,
        requiresName: catalog.specifications.get(requires)?.name ?? requires,
        found,
        by,
      })),
    }),
  };
}

/** Entries that take the place of earlier ones, put there. */
function lastWord(entries: readonly TraceEntry[]): readonly TraceEntry[] {
  const placeOf = new Map<number, number>();
  const places: (TraceEntry | undefined)[] = [...entries];
  for (const [index, entry] of entries.entries()) {
    if (entry.reconsiders === undefined) continue;
    const place = placeOf.get(entry.reconsiders) ?? entry.reconsiders;
    placeOf.set(index, place);
    places[index] = undefined;
    places[place] = entry;
  }
  return places.filter(entry => entry !== undefined);
}

/** With a stack of its own: a trace may be deeper than the call stack. */
function inPreorder(entries: readonly TraceEntry[]): readonly Placed[] {
  const byParent = Map.groupBy(entries, ({ parent }) => parent);
  const below = (parent: number | undefined, depth: number) =>
    (byParent.get(parent) ?? []).map(entry => ({ entry, depth })).toReversed();
  const found: Placed[] = [];
  const left = below(undefined, 0);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    found.push(next);
    const { domainOrder } = next.entry;
    if (domainOrder !== undefined) left.push(...below(domainOrder, next.depth + 1));
  }
  return found;
}

type Sight = {
  readonly order: Order;
  readonly catalog: IndexedCatalog;
  readonly policies: ReadonlyMap<string, FulfillmentPolicy>;
  readonly carriedTo: CarriedTo;
  readonly tasksOf: (domainOrder: number) => Count;
};

function viewEntry({ order, catalog, policies, carriedTo, tasksOf }: Sight, { entry, depth }: Placed): BreakdownEntry {
  const { source, relationship, plan, copy, reconsiders, domainOrder } = entry;
  return {
    depth,
    verdict: entry.verdict,
    reason: entry.reason,
    target: entry.target,
    targetName: entry.targetName,
    relationship: relationship ?? null,
    sourceName: source === undefined ? null : nameOf(catalog, source),
    rules: entry.rules.map(rule => ({ ...rule })) as BreakdownEntry['rules'],
    copy: copy ?? null,
    reconsidered: reconsiders !== undefined,
    plan:
      plan === undefined
        ? null
        : {
            choice: plan.choice,
            policy: plan.policy ?? null,
            template: templateName(catalog, plan.template),
            row: viewPolicy(catalog, policies.get(plan.policy ?? '')),
          },
    domainOrder: viewDomainOrder(order, domainOrder, tasksOf),
    mappings: domainOrder === undefined ? [] : carriedTo(domainOrder),
  };
}

const nameOf = ({ specifications }: IndexedCatalog, specification: string): string =>
  specifications.get(specification)?.name ?? specification;

const templateName = (catalog: IndexedCatalog, template: string | undefined): string | null =>
  template === undefined ? null : (catalog.planTemplates.get(template)?.name ?? template);

const viewPolicy = (
  catalog: IndexedCatalog,
  policy: FulfillmentPolicy | undefined,
): NonNullable<BreakdownEntry['plan']>['row'] =>
  policy === undefined
    ? null
    : {
        specification: policy.specification === undefined ? null : nameOf(catalog, policy.specification),
        kind: policy.kind ?? null,
        facing: policy.facing ?? null,
        actions: policy.actions === undefined ? null : [...policy.actions],
      };

function viewDomainOrder(
  order: Order,
  number: number | undefined,
  tasksOf: Sight['tasksOf'],
): BreakdownEntry['domainOrder'] {
  const domainOrder =
    number === undefined || order.plan === undefined ? undefined : findRow(order.plan.domainOrders, number);
  if (domainOrder === undefined) return null;
  const { id, kind, facing, state, action, quantity, characteristics } = domainOrder;
  return {
    id,
    number: domainOrderNumber(order, domainOrder),
    kind,
    facing: facing ?? null,
    state,
    action,
    quantity,
    characteristics: [...characteristics] as NonNullable<BreakdownEntry['domainOrder']>['characteristics'],
    tasks: tasksOf(domainOrder.number),
  };
}
