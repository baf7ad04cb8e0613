/** Two orders that may wait for parts of each other, and whether what they wait for goes round in a circle. */
import { rowsOf } from '../../table.ts';
import { hasTaskEnded } from '../../vocabulary/states.ts';
import type { DecisionContext } from '../commands.ts';
import type { Order } from '../order.ts';
import { findWaitCircle, wouldWaitForItself } from '../waitCircle.ts';
import { edgesOf, hasCircle } from './invariants.ts';
import { Story } from './story.ts';

/** The same story of an order with another id and number. */
export const asSecond = ({ order, log, catalog, commands }: Story): Story =>
  new Story({ ...order, id: 'second-order', number: 'ORD0000422' }, log, catalog, commands);

/** What a decision on one of the orders looks up in the other. */
export function besides(one: Story, other: Story): Partial<Pick<DecisionContext, 'wouldCircle' | 'findCircle'>> {
  const load = (id: string): Order | null => [one, other].find(({ order }) => order.id === id)?.order ?? null;
  return {
    wouldCircle: on => wouldWaitForItself(one.order.id, on, load),
    findCircle: order => findWaitCircle(order, load),
  };
}

/** Over all links inside and between them; what has ended is waited for by nobody. */
export function waitInCircle(...orders: readonly Order[]): boolean {
  const edges = new Map<string, string[]>();
  const edge = (before: string, after: string): void => {
    edges.set(before, [...(edges.get(before) ?? []), after]);
  };
  for (const { id, plan, ...rest } of orders) {
    if (plan === undefined) continue;
    for (const [before, afters] of edgesOf({ id, plan, ...rest }, plan)) {
      for (const after of afters) edge(`${id}/${before}`, `${id}/${after}`);
    }
    for (const task of rowsOf(plan.tasks)) {
      if (hasTaskEnded(task.state)) continue;
      for (const wait of task.outside ?? []) edge(`${wait.order}/${wait.node})`, `${id}/${task.id}(`);
    }
  }
  return hasCircle(edges);
}
