/** Answers about doing the same thing to many steps: which they are, and what would come of it (ux.md C, G7, G8). */
import type { Database } from 'better-sqlite3';
import { listPeople, listTeams } from '../../../db/people.ts';
import { batchLimit, type StepDeed, type StepDeedType, type StepItem } from '../../../preload/contract/batch.ts';
import type { Output, ParsedInput } from '../../../preload/contract/contract.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { falloutTypes, resolutionCodes, rootCauses } from '../../domain/order/codes.ts';
import type { DecisionContext } from '../../domain/order/commands.ts';
import { decide } from '../../domain/order/decide.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Person } from '../../domain/people/permissions.ts';
import { findInPlan, keysAbove, type PlanMatch } from '../../domain/plan/findInPlan.ts';
import type { PlanKey } from '../../domain/plan/planKey.ts';
import { childrenOf, hasPart, type PlanView } from '../../domain/plan/planView.ts';
import { err, ok } from '../../domain/result.ts';
import { findRow } from '../../domain/table.ts';
import { preorder } from '../../domain/tree.ts';
import type { CatalogShelf } from '../catalogShelf.ts';
import type { LoadOrder } from '../commands/otherOrders.ts';
import { surroundings } from '../commands/surroundings.ts';
import type { PlanShelf } from '../planShelf.ts';
import { findSitting } from '../session.ts';
import type { Handlers } from '../sides.ts';
import { asJson } from './batchQueries.ts';
import { commandsFor, openFalloutsOf } from './stepDeeds.ts';
import { aboutStep } from './stepsWork.ts';

type Parts = {
  readonly db: Database;
  readonly load: LoadOrder;
  readonly catalogs: CatalogShelf;
  readonly plans: PlanShelf;
  /** ISO-8601 UTC. */
  readonly now: () => string;
};

type Preflight = Output<'steps.preflight'>;

export function stepQueries(parts: Parts): Handlers<'steps.freeze' | 'steps.preflight'> {
  const { db, plans } = parts;
  return {
    'steps.freeze': ({ orderId, root, filter }) => {
      const seen = plans.look({ orderId });
      if (!seen.ok) return seen;
      const { order, view } = seen.value;
      if (!hasPart(view, root)) return err({ code: 'NotFound', subject: 'domainOrder', id: root });
      const isFiltered = Object.values(filter).some(value => value !== undefined && value !== false);
      const found = isFiltered ? matchingTasks(db, view, filter, root) : tasksUnder(view, root);
      const items = found.slice(0, batchLimit).map(({ key, above }) => ({
        orderId,
        task: Number(key.slice(1)),
        seen: order.version,
        above: [...above],
      }));
      return ok({ items, total: found.length });
    },
    'steps.preflight': input => {
      const by = findSitting(db);
      return by === undefined ? err({ code: 'NobodyChosen' }) : ok(preflight(parts, input, by));
    },
  };
}

const isTask = (key: PlanKey): boolean => key.startsWith('T');

function matchingTasks(
  db: Database,
  view: PlanView,
  filter: ParsedInput<'steps.freeze'>['filter'],
  root: PlanKey,
): readonly PlanMatch[] {
  const names = new Map([...listTeams(db), ...listPeople(db)].map(({ id, name }) => [id, name]));
  const { matches } = findInPlan(view, filter, Infinity, id => names.get(id));
  return matches.filter(({ key, above }) => isTask(key) && (key === root || above.includes(root)));
}

/** In plan order, each with the parts above it from the order down. */
function tasksUnder(view: PlanView, root: PlanKey): readonly PlanMatch[] {
  return preorder([root], key => childrenOf(view, key)).flatMap(key =>
    isTask(key) ? [{ key, above: keysAbove(view, key) }] : [],
  );
}

/** Each step is decided on as it would be, and nothing is kept. */
function preflight(
  { db, load, catalogs, now }: Parts,
  { deed, hands, to, items }: ParsedInput<'steps.preflight'>,
  by: Person,
): Preflight {
  const at = now();
  const sample = sampleOf(deed, { hands, to, by });
  const contexts = new Map<string, { readonly order: Order; readonly context: DecisionContext } | null>();
  const around = (orderId: string) => {
    const known = contexts.get(orderId);
    if (known !== undefined) return known;
    const order = load(orderId);
    const made = order && {
      order,
      context: { ...surroundings(db, orderId, load), at, by, catalog: catalogs.of(order) },
    };
    contexts.set(orderId, made);
    return made;
  };
  let held = 0;
  const excluded = items.flatMap((item): Preflight['excluded'] => {
    const { orderId, task } = item;
    const known = around(orderId);
    const refusal = known === null ? notFound(orderId) : refusalOf(known, sample, item);
    // Whether it is with them already, or with the person who asks, is known when it is known whom it goes to.
    const isOpen = (deed === 'assign' && hands === undefined) || (deed === 'escalate' && to === undefined);
    if (refusal === null || (isOpen && ['NothingToChange', 'FieldInvalid'].includes(refusal.code))) {
      if (known !== null && isHeld(known.order, task)) held += 1;
      return [];
    }
    return [{ ...aboutStep(known?.order ?? null, task), orderId, refusal: asJson(refusal) }];
  });
  return { ready: items.length - excluded.length, held, excluded };
}

function isHeld(order: Order, number: number): boolean {
  const task = order.plan && findRow(order.plan.tasks, number);
  return task !== undefined && openFalloutsOf(order, task).length > 0;
}

const notFound = (orderId: string): Refusal => ({ code: 'NotFound', subject: 'order', id: orderId });

function refusalOf(
  { order, context }: { readonly order: Order; readonly context: DecisionContext },
  deed: StepDeed,
  item: StepItem,
): Refusal | null {
  const commands = commandsFor(order, deed, item);
  if (!commands.ok) return commands.error;
  for (const command of commands.value) {
    const decided = decide(order, command, context);
    if (!decided.ok) return decided.error;
  }
  return null;
}

/** The deed with something valid in place of what is still to be typed. */
function sampleOf(
  deed: StepDeedType,
  { hands, to, by }: Pick<ParsedInput<'steps.preflight'>, 'hands' | 'to'> & { readonly by: Person },
): StepDeed {
  const text = '-';
  switch (deed) {
    case 'assign':
      return { type: deed, assignee: null, ...hands };
    case 'hold':
      return { type: deed, reason: text };
    case 'resume':
      return { type: deed };
    case 'retry':
    case 'skip':
      return { type: deed, rootCause: rootCauses[0], resolutionCode: resolutionCodes[0], text };
    case 'escalate':
      return { type: deed, to: to ?? { kind: 'person', id: by.id }, reason: text };
    case 'raise':
      return { type: deed, falloutType: falloutTypes[0], priority: 'moderate', text };
  }
}
