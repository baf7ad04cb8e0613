/** What a change does to each task there is: kept, done anew, taken back or canceled, and why (domain.md A.10, features O10, O13). */
import type { InflightChangeType, TaskTemplate } from '../../catalog/catalog.ts';
import type { IndexedCatalog } from '../../catalog/indexCatalog.ts';
import type { Compensation, CompensationReason } from '../../vocabulary/revision.ts';
import { hasTaskEnded, type TaskState } from '../../vocabulary/states.ts';
import { getDomainOrder, getTask } from '../change.ts';
import type { ChangedValues } from './changedValues.ts';
import type { Fate } from './matchPlans.ts';
import type { Order, OrderTask } from '../order.ts';
import type { PlanRows } from '../planRows.ts';

export type TaskAction = {
  readonly task: number;
  readonly action: Exclude<Compensation, 'add'>;
  readonly reason: CompensationReason;
  readonly causes: readonly string[];
};

export type Acting = {
  readonly order: Order;
  readonly catalog: IndexedCatalog;
  readonly before: PlanRows;
  readonly after: PlanRows;
  readonly fates: ReadonlyMap<number, Fate>;
  readonly changed: ReadonlyMap<number, ChangedValues>;
  /** What changes about a line beside its characteristics. */
  readonly kindsOf: (line: number) => readonly InflightChangeType[];
};

type Verdict = Omit<TaskAction, 'task'>;

const unaffected: Verdict = { action: 'keep', reason: 'unaffected', causes: [] };

/** In the order of the plan, one for each task of the domain orders given. */
export function taskActions(acting: Acting, domainOrders: Iterable<number>): readonly TaskAction[] {
  const actions: TaskAction[] = [];
  for (const number of domainOrders) {
    for (const task of getDomainOrder(acting.order, number).tasks) {
      actions.push({ task, ...verdictOf(acting, getTask(acting.order, task)) });
    }
  }
  return actions.toSorted((a, b) => a.task - b.task);
}

/** The state of a task as if nothing held it. */
export const stateBehind = ({ state, hold }: Pick<OrderTask, 'state' | 'hold'>): TaskState => hold?.restore ?? state;

/** The task of a plan template that a task was made from; a manual one has none. */
export function findTemplate(catalog: IndexedCatalog, order: Order, task: OrderTask): TaskTemplate | undefined {
  const { planTemplate } = getDomainOrder(order, task.domainOrder);
  const template = planTemplate === undefined ? undefined : catalog.planTemplates.get(planTemplate);
  return template?.tasks.find(({ key }) => key === task.key);
}

function verdictOf(acting: Acting, task: OrderTask): Verdict {
  const { order, catalog, fates } = acting;
  const fate = fates.get(task.domainOrder);
  const isOver = getDomainOrder(order, task.domainOrder).state === 'canceled' || task.state === 'canceled';
  // What takes something back, and what was taken back, has had its turn.
  const isPartOfUndo = task.undoes !== undefined || task.undoneBy !== undefined;
  if (fate === undefined || isOver || isPartOfUndo) return unaffected;
  const template = findTemplate(catalog, order, task);
  if (fate.kind === 'dropped') {
    return { action: takingBack(task, template), reason: fate.reason, causes: fate.causes };
  }
  if (fate.isUndecided === true) return { ...unaffected, reason: 'quantity' };
  if (isNoLongerPlanned(acting, fate, task)) return { action: 'cancel', reason: 'byParts', causes: [] };
  const causes = causesFor(acting, task, template);
  if (causes.length === 0) return unaffected;
  const hasBegun = ['inProgress', 'awaitingInformation', 'resolved', 'closedComplete'].includes(stateBehind(task));
  return { action: hasBegun ? 'redo' : 'keep', reason: 'reacts', causes };
}

/** What nobody did needs no taking back. */
function takingBack({ state, outcome }: OrderTask, template: TaskTemplate | undefined): Verdict['action'] {
  if (!hasTaskEnded(state)) return 'cancel';
  return outcome?.kind === 'skipped' || template?.undo === 'nothing' ? 'keep' : 'undo';
}

/** The manual task of a domain order that had nothing below it and has now. */
function isNoLongerPlanned({ before, after }: Acting, fate: Fate, { key, state }: OrderTask): boolean {
  if (fate.kind === 'dropped' || fate.before === undefined || fate.after === undefined || hasTaskEnded(state))
    return false;
  const has = (rows: PlanRows, row: number): boolean => rows.tasksOf(row).some(([, task]) => task.key === key);
  return has(before, fate.before) && !has(after, fate.after);
}

/** The characteristics and kinds of change that a task reacts to, among those that change; every characteristic when its template says nothing. */
function causesFor(
  { changed, kindsOf }: Acting,
  task: OrderTask,
  template: TaskTemplate | undefined,
): readonly string[] {
  const { changes, characteristics } = template?.reactsTo ?? { changes: ['characteristic'], characteristics: 'any' };
  const names = changed.get(task.domainOrder)?.names ?? [];
  const matching = characteristics === 'any' ? names : names.filter(name => characteristics.includes(name));
  return [
    ...(changes.includes('characteristic') ? matching : []),
    ...kindsOf(task.line).filter(kind => changes.includes(kind)),
  ];
}
