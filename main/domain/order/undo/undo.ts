/** Decides whether a person may take back their own last action, and what was before it (features X8). */
import { err, ok } from '../../result.ts';
import { findRow, getRow } from '../../table.ts';
import { getDomainOrder, getFallout, getLine, getTask } from '../change.ts';
import type { CommandOf, DecisionContext } from '../commands.ts';
import type { DomainEvent, RecordedEvent, UndoneAction } from '../events.ts';
import { mayEscalate, mayWithdrawEscalation } from '../escalate.ts';
import { evolve } from '../evolve.ts';
import { firstRefusal, permitted } from '../guards.ts';
import type { Order, TaskOutcome } from '../order.ts';
import { maySteer } from '../maySteer.ts';
import type { Refusal } from '../refusals.ts';
import { release } from '../settle.ts';
import { subjectName } from '../subjectName.ts';
import { changedParts, isPutBack, movedSince, type ChangedParts } from './undoChanges.ts';
import { unfold, type Decided } from '../unfolding.ts';
import { waitsOn } from '../waits.ts';

type CannotUndo = Extract<Refusal, { readonly code: 'CannotUndo' }>;

/** Everything that working on a task, handing it out, holding it, dating it, escalating it, skipping it and raising a fallout on it can bring about, as long as it can be put back whole. */
const undoable: ReadonlySet<DomainEvent['type']> = new Set([
  'TaskAssigned',
  'TaskLeftInQueue',
  'TaskStarted',
  'TaskValuesRecorded',
  'ValuePropagated',
  'TaskCompleted',
  'TaskPaused',
  'TaskResumed',
  'EndProposed',
  'EndProposalWithdrawn',
  'TaskEscalated',
  'EscalationWithdrawn',
  'TasksOpened',
  'TasksScheduled',
  'DomainOrderQualified',
  'DomainOrderStarted',
  'DomainOrderClosed',
  'LineStarted',
  'LineCompleted',
  'OrderCompleted',
  'InventoryChanged',
  'FalloutClosed',
  'FalloutRaised',
  'TaskHeld',
]);

/** Those of them that somebody asks for; the others only follow. */
const askedFor: ReadonlySet<DomainEvent['type']> = new Set([
  'TaskAssigned',
  'TaskStarted',
  'TaskValuesRecorded',
  'TaskCompleted',
  'TaskPaused',
  'TaskResumed',
  'FalloutRaised',
  'EndProposed',
  'EndProposalWithdrawn',
  'TaskEscalated',
  'EscalationWithdrawn',
]);

/** Refuses with `CannotUndo`, naming what builds on it, or with `NotPermitted` when the action itself is not allowed any more. */
export function undo(order: Order, { action }: CommandOf<'undo'>, context: DecisionContext): Decided {
  const found = context.findAction(action);
  if (found === undefined || found.events.length === 0) return err(cannot('unknown'));
  const { before, events } = found;
  const after = events.reduce<Order>(evolve, before);
  const refusal = firstRefusal(
    () => (events.every(({ by }) => by === context.by.id) ? null : cannot('notYours')),
    () => (isUndoable(events, before) ? null : cannot('notUndoable')),
    () => mayStill(events, before, context),
    () => dependents(movedSince(order, before, after), found.letGo ?? []),
  );
  if (refusal !== null) return err(refusal);
  const parts = changedParts(before, after);
  const unfolding = unfold(order, context);
  unfolding.emit({ type: 'ActionUndone', v: 1, data: formerFacts(action, events, before, parts) });
  if (!isPutBack(unfolding.order(), before, parts)) return err(cannot('notUndoable'));
  const waiting = blockersAgain(unfolding.order(), parts.tasks);
  if (waiting.length > 0) return err(cannot('waitsAgain', waiting));
  // What a paused task, or a domain order that is open again, waited for may have ended meanwhile.
  release(unfolding, parts.domainOrders, parts.tasks);
  return ok(unfolding.end());
}

const cannot = (why: CannotUndo['why'], on: readonly string[] = []): CannotUndo => ({ code: 'CannotUndo', why, on });

const dependents = (here: readonly string[], elsewhere: readonly string[]): CannotUndo | null =>
  here.length + elsewhere.length === 0 ? null : cannot('dependedOn', [...here, ...elsewhere]);

/** What an approved change has done anew before tasks that were let go and are again what they were then; by number and title. */
const blockersAgain = (order: Order, tasks: readonly number[]): readonly string[] => [
  ...new Set(
    tasks
      .map(number => getTask(order, number))
      .filter(({ state, hold }) => ['open', 'scheduled', 'inProgress'].includes(hold?.restore ?? state))
      .flatMap(task => waitsOn(order, task))
      .map(id => subjectName(order, id) ?? id),
  ),
];

function isUndoable(events: readonly RecordedEvent[], before: Order): boolean {
  return (
    events.some(({ type }) => askedFor.has(type)) &&
    events.every(event => {
      if (event.type === 'TaskCompleted') return isOwnWord(event.data.outcome);
      // Its resolution was somebody else's last word on it.
      if (event.type === 'FalloutClosed') {
        const { resolution } = getFallout(before, event.data.fallout);
        return resolution === undefined || resolution.by === event.by;
      }
      return undoable.has(event.type);
    })
  );
}

/** How it ended is not part of resolving a fallout. */
const isOwnWord = (outcome: TaskOutcome): boolean =>
  outcome.kind === 'done' || (outcome.kind === 'skipped' && outcome.fallout === undefined);

/** Who may no longer do a thing may not undo it either. */
function mayStill(events: readonly RecordedEvent[], before: Order, { by }: DecisionContext): Refusal | null {
  const asked = events.map(event => (): Refusal | null => {
    switch (event.type) {
      case 'TaskAssigned': {
        const { how, assignee } = event.data;
        if (how === 'auto') return null;
        const isOwn = how === 'claimed' || (how === 'released' && assignee.was === by.id);
        return permitted(by, isOwn ? 'task.work' : 'task.assign');
      }
      case 'TaskStarted':
      case 'TaskValuesRecorded':
        return permitted(by, 'task.work');
      case 'TaskCompleted':
        return permitted(by, event.data.outcome.kind === 'done' ? 'task.work' : 'fallout.resolve');
      case 'FalloutRaised':
        return permitted(by, 'fallout.create');
      case 'TaskPaused':
      case 'TaskResumed':
      case 'EndProposed':
      case 'EndProposalWithdrawn':
        return maySteer(by, getTask(before, event.data.task));
      case 'TaskEscalated':
        return mayEscalate(by, getTask(before, event.data.task));
      case 'EscalationWithdrawn':
        return mayWithdrawEscalation(by, getTask(before, event.data.task));
      default:
        return null;
    }
  });
  return firstRefusal(...asked);
}

function formerFacts(
  action: string,
  events: readonly RecordedEvent[],
  before: Order,
  parts: ChangedParts,
): UndoneAction {
  return {
    action,
    events: events.map(({ type }) => type),
    tasks: inFront(taskOf(events), parts.tasks).map(number => formerTask(before, number)),
    domainOrders: parts.domainOrders.map(number => {
      const { state, actualStart, actualEnd, characteristics, freeAt } = getDomainOrder(before, number);
      return {
        number,
        state,
        actualStart,
        actualEnd,
        characteristics,
        ...(freeAt !== undefined && { freeAt }),
      };
    }),
    lines: parts.lines.map(number => {
      const { state, started, freeAt } = getLine(before, number);
      return {
        number,
        state,
        ...(started !== undefined && { started }),
        ...(freeAt !== undefined && { freeAt }),
      };
    }),
    // A record that was not there before stays as one that was withdrawn: its number is not given twice.
    fallouts: parts.fallouts.map(number => ({ number, state: findRow(before.fallouts, number)?.state ?? 'canceled' })),
    ...(parts.inventory.length > 0 && {
      inventory: parts.inventory.map(number => {
        const { state, characteristics } = getRow(before.inventory, number);
        return { number, state, characteristics };
      }),
    }),
    ...(parts.order && { order: { state: before.state } }),
  };
}

/** The task that was claimed, started, completed: the first that anything is told of. */
function taskOf(events: readonly RecordedEvent[]): number | undefined {
  const asked = events.find(({ type }) => askedFor.has(type));
  return asked !== undefined && 'task' in asked.data ? asked.data.task : undefined;
}

const inFront = (first: number | undefined, numbers: readonly number[]): readonly number[] =>
  first === undefined || !numbers.includes(first) ? numbers : [first, ...numbers.filter(number => number !== first)];

function formerTask(before: Order, number: number): UndoneAction['tasks'][number] {
  const task = getTask(before, number);
  const { state, group, assignee, assignedWhy, nobodyWhy, values, hold, openedAt, opensAt, actualStart, actualEnd } =
    task;
  return {
    number,
    state,
    group,
    assignee,
    assignedWhy,
    values,
    hold,
    openedAt,
    opensAt,
    actualStart,
    actualEnd,
    ...(nobodyWhy !== undefined && { nobodyWhy }),
    ...(task.outcome !== undefined && { outcome: task.outcome }),
    ...(task.freeAt !== undefined && { freeAt: task.freeAt }),
    ...(task.proposedEnd !== undefined && { proposedEnd: task.proposedEnd }),
    ...(task.escalation !== undefined && { escalation: task.escalation, priority: task.priority }),
  };
}
