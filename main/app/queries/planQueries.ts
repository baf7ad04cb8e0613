/** Answers what the window asks about a plan: its tree, its graph, where it is going, and parts of it by text and need. */
import type { Database } from 'better-sqlite3';
import { listPeople, listTeams } from '../../../db/people.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { taskNumber } from '../../domain/order/numbers.ts';
import { findInPlan } from '../../domain/plan/findInPlan.ts';
import { outlookOf, whatIf } from '../../domain/plan/outlook.ts';
import { planGraph, planTree } from '../../domain/plan/planTree.ts';
import { hasPart } from '../../domain/plan/planView.ts';
import type { PlanKey } from '../../domain/plan/planKey.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { findRow } from '../../domain/table.ts';
import { hasTaskEnded } from '../../domain/vocabulary/states.ts';
import type { Look, PlanShelf, Sight } from '../planShelf.ts';
import type { Handlers } from '../sides.ts';

type PlanCall = 'plan.tree' | 'plan.graph' | 'plan.outlook' | 'plan.find' | 'plan.whatIf';

export function planQueries(db: Database, plans: PlanShelf): Handlers<PlanCall> {
  const onPart = <T>(
    { root: key, ...asked }: Look & { readonly root: string },
    view: (sight: Sight, key: PlanKey) => T,
  ): Result<T, Refusal> => {
    const seen = plans.look(asked);
    if (!seen.ok) return seen;
    return hasPart(seen.value.view, key)
      ? ok(view(seen.value, key))
      : err({ code: 'NotFound', subject: 'domainOrder', id: key });
  };
  return {
    'plan.tree': ({ after, limit, ...part }) =>
      onPart(part, ({ order, view }, key) => {
        const tree = planTree(view, key, after as PlanKey | null, limit);
        return { version: order.version, nodes: tree.nodes.map(unfrozen), next: tree.next };
      }),
    'plan.graph': part =>
      onPart(part, ({ view }, key) => {
        const { nodes, edges, folded } = planGraph(view, key);
        return { nodes: nodes.map(unfrozen), edges: [...edges], folded };
      }),
    'plan.outlook': asked => {
      const seen = plans.look(asked);
      if (!seen.ok) return seen;
      const { view, conditions } = seen.value;
      const { criticalPath, ...rest } = outlookOf(view, conditions);
      return ok({ ...rest, criticalPath: [...criticalPath] });
    },
    'plan.find': ({ filter, limit, ...asked }) => {
      const seen = plans.look(asked);
      if (!seen.ok) return seen;
      const names = new Map([...listTeams(db), ...listPeople(db)].map(({ id, name }) => [id, name]));
      const { matches, total } = findInPlan(seen.value.view, filter, limit, id => names.get(id));
      return ok({ matches: matches.map(({ key, above }) => ({ key, above: [...above] })), total });
    },
    'plan.whatIf': ({ orderId, task: number, end }) => {
      const seen = plans.look({ orderId });
      if (!seen.ok) return seen;
      const { order, view, conditions } = seen.value;
      const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, number);
      const id = taskNumber(order, number);
      if (task === undefined) return err({ code: 'NotFound', subject: 'task', id });
      if (hasTaskEnded(task.state)) {
        const needed = ['draft', 'scheduled', 'open', 'inProgress', 'onHold'];
        return err({ code: 'WrongState', subject: 'task', id, found: task.state, needed });
      }
      return ok(whatIf(view, conditions, { task: number, end: Date.parse(end) }));
    },
  };
}

/** The contract's arrays are mutable by type; nothing is copied deeper than it must be. */
const unfrozen = (node: ReturnType<typeof planTree>['nodes'][number]) => ({
  ...node,
  waiting: node.waiting === null ? null : { ...node.waiting, on: [...node.waiting.on] },
  outside: [...node.outside],
  predecessors: [...node.predecessors],
  successors: [...node.successors],
});
