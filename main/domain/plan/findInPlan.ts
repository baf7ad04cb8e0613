/** Finds parts of one plan by text and by what they need: in plan order, each with the keys above it (feature O7). */
import { lineTitle } from '../order/lineTitle.ts';
import { domainOrderNumber, lineNumber, taskNumber } from '../order/numbers.ts';
import type { Order, OrderTask } from '../order/order.ts';
import { isWanting } from '../order/wanting.ts';
import { getRow } from '../table.ts';
import { preorder } from '../tree.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import { hasTaskEnded, type JeopardyLevel } from '../vocabulary/states.ts';
import { childrenOf, type PlanView } from './planView.ts';
import type { PlanKey } from './planKey.ts';

/** Everything that is given must hold; all but the text is about tasks, and keeps only those. */
export type PlanFilter = {
  /** Words, each of which must begin or stand in a title, number, person, team or characteristic value. */
  readonly text?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly critical?: boolean | undefined;
  /** Could go on and does not: see `isBlocked`. */
  readonly blocked?: boolean | undefined;
  readonly jeopardy?: readonly JeopardyLevel[] | undefined;
  readonly assignee?: string | undefined;
  /** A team, whoever of it has the task. */
  readonly group?: string | undefined;
};

export type PlanMatch = { readonly key: PlanKey; /** From the order down. */ readonly above: readonly PlanKey[] };

/** What people call somebody, or a team; undefined for an id nobody knows. */
export type NameOf = (id: string) => string | undefined;

/**
 * At most `limit` matches and how many there are. A part is found by its own text; a task that is also filtered may be
 * found by the text of a part above it, so that `Bergen` and blocked gives what is blocked in Bergen.
 */
export function findInPlan(
  view: PlanView,
  filter: PlanFilter,
  limit: number,
  nameOf: NameOf = () => undefined,
): { readonly matches: readonly PlanMatch[]; readonly total: number } {
  const words = folded(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const { text: _text, ...aboutTasks } = filter;
  const isFiltered = Object.values(aboutTasks).some(value => value !== undefined && value !== false);
  if (words.length === 0 && !isFiltered) return { matches: [], total: 0 };
  const { order: places, texts } = searchable(view, nameOf);
  const { index } = view;
  const matches: PlanMatch[] = [];
  let total = 0;
  for (const place of places) {
    if (isFiltered && (place < index.firstTask || !isWanted(view, place, filter))) continue;
    if (!hasWords(place, isFiltered)) continue;
    total += 1;
    if (matches.length >= limit) continue;
    const key = index.keyAt(place);
    matches.push({ key, above: keysAbove(view, key) });
  }
  return { matches, total };

  function hasWords(place: number, isAboveEnough: boolean): boolean {
    return words.every(word => {
      for (let at = place; at >= 0; at = index.parents[at] as number) {
        if ((texts[at] as string).includes(word)) return true;
        if (!isAboveEnough) return false;
      }
      return false;
    });
  }
}

function isWanted(view: PlanView, place: number, filter: PlanFilter): boolean {
  const { order, facts, index, conditions } = view;
  if (order.plan === undefined) return false;
  const task = getRow(order.plan.tasks, place - index.firstTask + 1);
  const { states, critical, blocked, jeopardy, assignee, group } = filter;
  if (states !== undefined && !states.includes(task.state)) return false;
  if (critical === true && facts.slack[place] !== 0) return false;
  if (blocked === true && !isBlocked(task, conditions?.now)) return false;
  if (jeopardy !== undefined && !jeopardy.includes(facts.jeopardy[place] as JeopardyLevel)) return false;
  if (group !== undefined && task.group !== group) return false;
  return assignee === undefined || task.assignee === assignee;
}

/**
 * Could go on and does not: it is held, nobody has taken it, it only waits for another order, or it is overdue although it
 * can be worked on. What merely waits for its predecessors is not blocked; they may be.
 */
export function isBlocked(task: OrderTask, now: number | undefined): boolean {
  if (hasTaskEnded(task.state)) return false;
  switch (task.state) {
    case 'onHold':
    case 'awaitingInformation':
      return true;
    case 'open':
      return task.assignee === undefined || isOverdue(task, now);
    case 'inProgress':
    case 'resolved':
      return isOverdue(task, now);
    default:
      return task.pending === 0 && ((task.outside ?? []).length > 0 || isWanting(task));
  }
}

const isOverdue = ({ plannedEnd }: OrderTask, now: number | undefined): boolean =>
  now !== undefined && Date.parse(plannedEnd) < now;

/** From the order down. */
export function keysAbove({ index }: PlanView, key: PlanKey): readonly PlanKey[] {
  const keys: PlanKey[] = [];
  for (let at = index.parents[index.at(key)] as number; at >= 0; at = index.parents[at] as number)
    keys.push(index.keyAt(at));
  return keys.toReversed();
}

type Searchable = { readonly order: Int32Array; readonly texts: readonly string[] };

/** Made with the first question about a plan, and kept as long as the plan is as it is. */
const kept = new WeakMap<PlanView, Searchable>();

function searchable(view: PlanView, nameOf: NameOf): Searchable {
  const known = kept.get(view);
  if (known !== undefined) return known;
  const { index } = view;
  const texts: string[] = Array.from({ length: index.size });
  const keys = preorder<PlanKey>(['order'], key => childrenOf(view, key));
  for (const key of keys) texts[index.at(key)] = folded(textOf(view, key, nameOf));
  const made = { order: Int32Array.from(keys, index.at), texts };
  kept.set(view, made);
  return made;
}

function textOf(view: PlanView, key: PlanKey, nameOf: NameOf): string {
  const { order } = view;
  const number = Number(key.slice(1));
  if (key === 'order') {
    return textAmong([order.number, order.externalId, order.description, order.account?.name, order.account?.id]);
  }
  if (key.startsWith('S')) {
    const location = view.sites[number - 1]?.location;
    return textAmong([location?.name, location?.address, location?.id]);
  }
  if (key.startsWith('L')) {
    const line = getRow(order.lines, number);
    return textAmong([
      lineTitle(order, line),
      lineNumber(order, number),
      line.serviceId,
      ...valuesOf(line.characteristics),
    ]);
  }
  return partText(order, key, nameOf);
}

function partText(order: Order, key: PlanKey, nameOf: NameOf): string {
  if (order.plan === undefined) throw new Error(`Order ${order.id} has no plan yet`);
  const number = Number(key.slice(1));
  if (key.startsWith('D')) {
    const domainOrder = getRow(order.plan.domainOrders, number);
    const { name, characteristics } = domainOrder;
    return textAmong([name, domainOrderNumber(order, domainOrder), ...valuesOf(characteristics)]);
  }
  const { title, assignee, group, values } = getRow(order.plan.tasks, number);
  const hands = [assignee, group].flatMap(id => (id === undefined ? [] : [id, nameOf(id)]));
  return textAmong([title, taskNumber(order, number), ...hands, ...valuesOf(values)]);
}

const valuesOf = (values: readonly CharacteristicValue[]): readonly string[] =>
  values.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)));

const textAmong = (parts: readonly (string | undefined)[]): string =>
  parts.filter(part => part !== undefined).join('\n');

/** Without accents and capitals: `tromso` finds Tromsø. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  // Most text is plain, and taking accents apart is dear.
  if (!/\P{ASCII}/u.test(lower)) return lower;
  return lower.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ø', 'o');
}
