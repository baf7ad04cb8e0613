/** Gives opened tasks to people of their team where the policy says so, counting what it gave within the same command (features T3). */
import { sameJson } from '../json.ts';
import { chooseAssignee, whyNobody } from '../policy/chooseAssignee.ts';
import type { Policy } from '../policy/policy.ts';
import type { Location } from '../vocabulary/captured.ts';
import { err, ok } from '../result.ts';
import { findRow } from '../table.ts';
import type { AssignmentMethod, NobodyReason } from '../vocabulary/reasons.ts';
import { getLine, getTask } from './change.ts';
import type { CommandOf, CrewMember, DecisionContext } from './commands.ts';
import type { DomainEvent } from './events.ts';
import { permitted } from './guards.ts';
import type { Order, OrderTask } from './order.ts';
import { unfold, type Decided, type Unfolding } from './unfolding.ts';

/** What the events of the command under way have made of the crews as they were before it. */
type Book = {
  readonly crews: Map<string, readonly CrewMember[]>;
  /** By how much each person's open tasks are more than before the command. */
  readonly more: Map<string, number>;
  /** Whom the command gave a task, the latest last. */
  readonly given: Set<string>;
  /** How many of the command's events are in the book. */
  read: number;
};

const books = new WeakMap<Unfolding, Book>();

/** What the desk does when the policy, or who is there, is another than when these tasks became ready (features T3). */
export function handOutTasks(order: Order, { tasks }: CommandOf<'handOutTasks'>, context: DecisionContext): Decided {
  const refusal = permitted(context.by, 'task.assign');
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  const { plan } = order;
  const ready = plan === undefined ? [] : tasks.filter(number => findRow(plan.tasks, number)?.state === 'open');
  handOut(unfolding, ready);
  return unfolding.events().length === 0
    ? err({ code: 'NothingToChange', subject: 'order', id: order.number })
    : ok(unfolding.end());
}

/** Tasks without a team, and those that somebody has, stay as they are; so does one that fits nobody: it waits in its team's queue, and says why. Looks nothing up when the policy hands nothing out. */
export function handOut(unfolding: Unfolding, opened: readonly number[]): void {
  const { policy, crewOf } = unfolding.around;
  for (const number of opened) {
    const task = getTask(unfolding.order(), number);
    const { group, assignee } = task;
    if (group === undefined || assignee !== undefined) continue;
    const method = methodOf(policy, group);
    if (method === 'none') continue;
    const book = bookOf(unfolding);
    const crew = book.crews.get(group) ?? crewOf(group);
    book.crews.set(group, crew);
    const location = locationOf(unfolding.order(), task.line);
    const choice = chooseAssignee({ skill: task.skill, location }, asOfNow(crew, book, unfolding.at), method);
    if (choice === undefined) {
      leaveInQueue(unfolding, task, whyNobody({ skill: task.skill, location }, group, crew));
      continue;
    }
    unfolding.emit({
      type: 'TaskAssigned',
      v: 1,
      data: {
        task: number,
        assignee: { was: null, now: choice.person },
        group: { was: group, now: group },
        how: 'auto',
        why: choice.why,
      },
    });
  }
}

/** Once for each reason. */
function leaveInQueue(unfolding: Unfolding, { number, nobodyWhy }: OrderTask, why: NobodyReason): void {
  if (nobodyWhy !== undefined && sameJson({ ...nobodyWhy }, { ...why })) return;
  unfolding.emit({ type: 'TaskLeftInQueue', v: 1, data: { task: number, why } });
}

const methodOf = ({ teams }: Policy, group: string): AssignmentMethod =>
  Object.hasOwn(teams, group) ? (teams[group]?.assignment ?? 'none') : 'none';

/** A nested line without a site of its own is at that of the line around it. */
function locationOf(order: Order, line: number): Location | undefined {
  for (let at: number | undefined = line; at !== undefined; at = getLine(order, at).parent) {
    const { location } = getLine(order, at);
    if (location !== undefined) return location;
  }
  return undefined;
}

/** Brings the book up to date with what has happened since it was looked into. */
function bookOf(unfolding: Unfolding): Book {
  const book = books.get(unfolding) ?? { crews: new Map(), more: new Map(), given: new Set(), read: 0 };
  books.set(unfolding, book);
  const events = unfolding.events();
  for (; book.read < events.length; book.read += 1) enter(book, events[book.read], unfolding.order());
  return book;
}

function enter(book: Book, event: DomainEvent | undefined, order: Order): void {
  const count = (person: string | null | undefined, by: 1 | -1): void => {
    if (person !== null && person !== undefined) book.more.set(person, (book.more.get(person) ?? 0) + by);
  };
  switch (event?.type) {
    case 'TasksOpened':
      // Somebody may have claimed it ahead of time.
      for (const number of event.data.tasks) count(getTask(order, number).assignee, 1);
      break;
    case 'TaskAssigned':
      count(event.data.assignee.was, -1);
      count(event.data.assignee.now, 1);
      if (event.data.how === 'auto' && event.data.assignee.now !== null) {
        book.given.delete(event.data.assignee.now);
        book.given.add(event.data.assignee.now);
      }
      break;
    case 'TaskCompleted':
      count(getTask(order, event.data.task).assignee, -1);
      break;
    case 'TasksCanceled':
      for (const number of event.data.tasks) {
        const { openedAt, assignee } = getTask(order, number);
        if (openedAt !== undefined) count(assignee, -1);
      }
      break;
    default:
      break;
  }
}

/** Whoever was given one in this command was so just now; among them the order in which they were. */
function asOfNow(crew: readonly CrewMember[], { more, given }: Book, at: string): readonly CrewMember[] {
  if (more.size === 0) return crew;
  const turns = [...given];
  const now = Date.parse(at);
  return crew.map(member => {
    const turn = turns.indexOf(member.person);
    const extra = more.get(member.person) ?? 0;
    if (turn === -1 && extra === 0) return member;
    return {
      ...member,
      openTasks: member.openTasks + extra,
      ...(turn === -1 ? {} : { lastGiven: new Date(now + turn).toISOString() }),
    };
  });
}
