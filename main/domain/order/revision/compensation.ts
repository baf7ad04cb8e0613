/** Works out what a change or a cancellation makes of an order under way, without touching it: the preview, the request and the approval are this one function (domain.md A.10, features X5). */
import type { InflightChangeType } from '../../catalog/catalog.ts';
import { sitesOf } from '../../decomposition/sites.ts';
import { calendarsOf } from '../../policy/calendar.ts';
import { err, ok, type Result } from '../../result.ts';
import { findRow, listRows } from '../../table.ts';
import type { CapturedOrder } from '../../vocabulary/captured.ts';
import type { CompensationPlan, CompensationReason, Revision, RevisionChange } from '../../vocabulary/revision.ts';
import { hasDomainOrderEnded, hasLineEnded, hasTaskEnded } from '../../vocabulary/states.ts';
import { appliedRevision, withWaiting } from './applyRevision.ts';
import { placeholder } from '../approve.ts';
import { capturedOf, withCaptured } from './capturedOrder.ts';
import { changedCapture } from './changedOrder.ts';
import { changedValues, type Values } from './changedValues.ts';
import { findSpecification } from '../checks.ts';
import { getDomainOrder, getLine, getTask, planOf } from '../change.ts';
import type { DecisionContext } from '../commands.ts';
import { compensationRows } from './compensationRows.ts';
import { decomposeBoth, type Plans } from './decomposeBoth.ts';
import { isLineLiving, linesToCancel, withNested } from './effectiveChanges.ts';
import type { ApprovedRevision } from '../events.ts';
import { matchPlans, type Matched } from './matchPlans.ts';
import { lineNumber } from '../numbers.ts';
import type { Order } from '../order.ts';
import { noRows } from '../planRows.ts';
import { noReturnsOver } from './pointOfNoReturn.ts';
import type { Refusal } from '../refusals.ts';
import { plannedEndOf, replan } from './replan.ts';
import { placesOf, revisionAddition } from './revisionAddition.ts';
import { subjectName } from '../subjectName.ts';
import { taskActions, type TaskAction } from './taskActions.ts';
import { waitingAgain } from './waitingAgain.ts';

/** What is asked; changes as `effectiveChanges` gives them. */
export type Asked = Pick<Revision, 'operation' | 'changes'> & {
  /** What to give up, by line, over what the changes themselves say. */
  readonly picks?: ReadonlyMap<number, readonly number[]>;
};

export type WorkedOut = {
  readonly touches: Revision['touches'];
  readonly compensation: CompensationPlan;
  readonly approved: Omit<ApprovedRevision, 'revision' | 'text'>;
};

type Looking = Pick<
  DecisionContext,
  'catalog' | 'at' | 'policy' | 'findInventory' | 'findOutside' | 'wouldCircle' | 'findCircle'
>;

/** Linear in the size of the order. Refused when what it would become is not a plan, or a pick does not fit. */
export function workOut(order: Order, asked: Asked, context: Looking): Result<WorkedOut, Refusal> {
  const { catalog, at } = context;
  const captured = changedCapture(capturedOf(order), asked.changes);
  const canceled = canceledLines(order, asked);
  const plans: Result<Plans, Refusal> =
    asked.operation === 'cancel'
      ? ok({ before: noRows, after: noRows })
      : decomposeBoth(order, captured, new Set(canceled.keys()), context);
  if (!plans.ok) return plans;
  const { before, after } = plans.value;
  const matched = matchPlans(
    { order, before, after, canceled, picks: picksOf(asked) },
    captured.lines.map((_, index) => index + 1),
  );
  const [badPick] = matched.badPicks;
  if (badPick !== undefined) {
    return err({
      code: 'FieldInvalid',
      subject: 'line',
      id: lineNumber(order, badPick),
      field: 'giveUp',
      expected: 'pick',
    });
  }
  const places = placesOf(order, after, matched.added);
  const values = changedValues({ order, catalog, before, after, fates: matched.fates, added: places });
  const kindsOf = kindsOfChange(order, captured, asked, canceled);
  const acting = { order, catalog, before, after, fates: matched.fates, changed: values.changed, kindsOf };
  const actions = taskActions(
    acting,
    listRows(planOf(order).domainOrders).map(({ number }) => number),
  );
  const dropped = [...matched.fates].flatMap(([number, { kind }]) => (kind === 'dropped' ? [number] : []));
  const numbersOf = (action: TaskAction['action']): readonly number[] =>
    actions.flatMap(one => (one.action === action ? [one.task] : []));
  const addition = revisionAddition({
    order,
    context,
    siteOfLine: sitesOf(captured.lines.map((line, index) => ({ ...line, number: index + 1 }))),
    after,
    matched,
    places,
    values: values.added,
    redone: new Set(numbersOf('redo')),
    undone: numbersOf('undo'),
  });
  const lines = touchedLines(order, asked, canceled, actions);
  const plan: CompensationPlan = {
    rows: [],
    added: { domainOrders: addition.domainOrders.length, tasks: addition.tasks.length - numbersOf('undo').length },
    canceledDomainOrders: dropped,
    pastNoReturn: branchesPast(order, actions, dropped),
    needsAttention: matched.undecided,
    plannedEnd: { was: plannedEndOf(order, at), now: at },
  };
  const draft: WorkedOut['approved'] = {
    order: captured,
    tasks: actions.flatMap(({ task, action }) => (action === 'keep' ? [] : [{ task, action }])),
    waiting: { tasks: [], domainOrders: [] },
    canceledDomainOrders: dropped,
    canceledLines: [...canceled.keys()],
    values: valuesOf(matched, values),
    addition,
    inventory: placeholdersOf(order, captured, context),
    dates: [],
    compensation: plan,
  };
  return dated(order, draft, actions, { context, places, lines });
}

/** The lines that are canceled as a whole, with the reason that their tasks are told. */
function canceledLines(order: Order, { operation, changes }: Asked): ReadonlyMap<number, CompensationReason> {
  if (operation === 'update') return new Map(linesToCancel(order, changes).map(line => [line, 'lineCanceled']));
  const living = listRows(order.lines).filter(({ number }) => isLineLiving(order, number));
  return new Map(living.map(({ number }) => [number, 'orderCanceled']));
}

function picksOf({ changes, picks = new Map() }: Asked): ReadonlyMap<number, readonly number[]> {
  const asked = changes.flatMap(change =>
    change.kind === 'quantity' && change.giveUp !== undefined ? [[change.line, change.giveUp] as const] : [],
  );
  return new Map([...asked, ...picks]);
}

/** What changes for the tasks of a line beside its characteristics. */
function kindsOfChange(
  order: Order,
  captured: CapturedOrder,
  { changes }: Asked,
  canceled: ReadonlyMap<number, CompensationReason>,
): (line: number) => readonly InflightChangeType[] {
  const ofOrder = changes.flatMap((change): readonly InflightChangeType[] => {
    if (change.kind === 'contact' || (change.kind === 'contacts' && change.line === undefined)) return ['contact'];
    return change.kind === 'requestedCompletion' ? ['date'] : [];
  });
  const ofLine = (line: number): readonly InflightChangeType[] =>
    changes.flatMap((change): readonly InflightChangeType[] => {
      if (!('line' in change) || change.line !== line) return [];
      if (change.kind === 'contacts') return ['contact'];
      return change.kind === 'quantity' || change.kind === 'location' || change.kind === 'relatedItems'
        ? [change.kind]
        : [];
    });
  const gone = new Set([...canceled.keys()].map(line => captured.lines[line - 1]?.itemId));
  return line => {
    const relates = getLine(order, line).relationships.some(({ itemId }) => gone.has(itemId));
    return [...ofOrder, ...ofLine(line), ...(relates ? (['relatedItems'] as const) : [])];
  };
}

/** The lines that the change is about, what is nested in them, and every line with a task that reacts. */
function touchedLines(
  order: Order,
  { operation, changes }: Asked,
  canceled: ReadonlyMap<number, CompensationReason>,
  actions: readonly TaskAction[],
): ReadonlySet<number> {
  if (operation === 'cancel') return new Set(listRows(order.lines).map(({ number }) => number));
  const named = changes.flatMap((change: RevisionChange) =>
    'line' in change && typeof change.line === 'number' ? withNested(order, change.line) : [],
  );
  const reacting = actions.flatMap(({ task, reason }) => (reason === 'unaffected' ? [] : [getTask(order, task).line]));
  return new Set([...named, ...canceled.keys(), ...reacting]);
}

/** What of the touched lines has not ended. */
function touchesOf(order: Order, touched: ReadonlySet<number>): Revision['touches'] {
  const lines = [...touched].filter(line => !hasLineEnded(getLine(order, line).state)).toSorted((a, b) => a - b);
  const { domainOrders, tasks } = planOf(order);
  const isTouched = ({ line }: { readonly line: number }): boolean => touched.has(line);
  return {
    lines,
    domainOrders: listRows(domainOrders)
      .filter(part => isTouched(part) && !hasDomainOrderEnded(part.state))
      .map(({ number }) => number),
    tasks: listRows(tasks)
      .filter(task => isTouched(task) && !hasTaskEnded(task.state))
      .map(({ number }) => number),
  };
}

/** Branches past their point of no return in which something would be redone, taken back or canceled. */
function branchesPast(order: Order, actions: readonly TaskAction[], dropped: readonly number[]): readonly number[] {
  const changing = actions.flatMap(({ task, action }) => (action === 'keep' ? [] : [getTask(order, task).domainOrder]));
  const ending = dropped.filter(number => getDomainOrder(order, number).state !== 'canceled');
  return noReturnsOver(order, [...changing, ...ending]).toSorted((a, b) => a - b);
}

function valuesOf({ units }: Matched, { changed }: Values): ApprovedRevision['values'] {
  return [...new Set([...changed.keys(), ...units.keys()])].map(domainOrder => {
    const values = changed.get(domainOrder);
    const unit = units.get(domainOrder);
    return {
      domainOrder,
      ...(values === undefined ? {} : { characteristics: values.characteristics }),
      ...(values?.quantity === undefined ? {} : { quantity: values.quantity }),
      ...(unit === undefined ? {} : { unit }),
    };
  });
}

function placeholdersOf(order: Order, captured: CapturedOrder, { catalog }: Looking): ApprovedRevision['inventory'] {
  const { lines } = withCaptured(order, captured);
  return captured.lines.slice(order.lines.size).flatMap((_, index) => {
    const line = findRow(lines, order.lines.size + index + 1);
    return line === undefined ? [] : [placeholder(order, line, findSpecification(line, catalog)?.id)];
  });
}

type Dating = {
  readonly context: Looking;
  readonly places: ReturnType<typeof placesOf>;
  readonly lines: ReadonlySet<number>;
};

/** Tries the change out, to see what waits again and when everything is planned to be done. */
function dated(
  order: Order,
  draft: WorkedOut['approved'],
  actions: readonly TaskAction[],
  { context, places, lines }: Dating,
): Result<WorkedOut, Refusal> {
  const { at, policy } = context;
  const from = order.startsAt !== undefined && order.startsAt > at ? order.startsAt : at;
  const first = appliedRevision(order, {
    type: 'RevisionApproved',
    version: order.version + 1,
    at,
    by: '',
    data: { ...draft, revision: 0, text: '' },
  });
  const waiting = waitingAgain(first);
  const changed = withWaiting(first, waiting, order.touched);
  const planned = replan(changed, from, calendarsOf(policy));
  if (!planned.ok) {
    return err({ code: 'PlanHasCycle', path: planned.error.map(id => subjectName(changed, id) ?? id) });
  }
  const circle = context.findCircle(changed);
  if (circle !== undefined) return err({ code: 'WouldCircle', id: order.number, ...circle });
  const known = planOf(order).tasks.size;
  const dates = new Map(planned.value.map(row => [row.task, row]));
  const withDates: WorkedOut['approved'] = {
    ...draft,
    waiting,
    addition: {
      ...draft.addition,
      tasks: draft.addition.tasks.map((task, index) => {
        const { plannedStart = at, plannedEnd = at } = dates.get(known + index + 1) ?? {};
        return { ...task, plannedStart, plannedEnd };
      }),
    },
    dates: planned.value.filter(({ task, plannedStart, plannedEnd }) => {
      if (task > known) return false;
      const was = getTask(order, task);
      return was.plannedStart !== plannedStart || was.plannedEnd !== plannedEnd;
    }),
  };
  const compensation: CompensationPlan = {
    ...draft.compensation,
    rows: compensationRows({ order, actions, places, addition: withDates.addition, waiting: waiting.tasks, lines }),
    plannedEnd: { ...draft.compensation.plannedEnd, now: plannedEndOf(changed, at, dates) },
  };
  return ok({ touches: touchesOf(order, lines), compensation, approved: { ...withDates, compensation } });
}
