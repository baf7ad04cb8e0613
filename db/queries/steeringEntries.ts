/** Tells what steers an order under way as changes: approvals by two, priorities, waiting for others, requested changes, undo (features U1). */
import { comparePlans } from '../../main/domain/plan/comparePlans.ts';
import type { EventOf, EventType } from '../../main/domain/order/events.ts';
import { taskNumber } from '../../main/domain/order/numbers.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import { relatedItemsOf } from '../../main/domain/order/revision/effectiveChanges.ts';
import type { Contact } from '../../main/domain/vocabulary/captured.ts';
import type { SubjectId } from '../../main/domain/vocabulary/node.ts';
import type { RelatedItem, RevisionChange } from '../../main/domain/vocabulary/revision.ts';
import { textOf } from '../projections/cells.ts';
import type { Entry, Step } from './activityStep.ts';

/** Every fact of every part that is another after the event; parts that are new are told by their number. */
export function differences({ before, after }: Pick<Step, 'before' | 'after'>): readonly Entry[] {
  if (before === null) return [];
  return comparePlans(before, after).flatMap(({ key, fields }) =>
    fields.map(({ field, was, now }) => ({ subject: key, field, was, now })),
  );
}

/** How many domain orders and tasks there are now, when there are more than before. */
export function grown({ before, after }: Pick<Step, 'before' | 'after'>): readonly Entry[] {
  return (['domainOrders', 'tasks'] as const).flatMap((field): Entry[] => {
    const [was, now] = [before?.plan?.[field].size ?? 0, after.plan?.[field].size ?? 0];
    return was === now ? [] : [{ subject: 'order', field, was: String(was), now: String(now) }];
  });
}

export const onBehalf = (person: string | null | undefined): readonly Entry[] =>
  person === null || person === undefined ? [] : [{ subject: 'order', field: 'onBehalfOf', now: person }];

/** A first approval changes no state: without somebody it was given for, or a start it wishes, there is only that it was given. */
export function endorsed({ onBehalfOf, startAt }: EventOf<'OrderEndorsed'>['data']): readonly Entry[] {
  const wish: readonly Entry[] = startAt === undefined ? [] : [{ subject: 'order', field: 'startsAt', now: startAt }];
  const entries = [...onBehalf(onBehalfOf), ...wish];
  return entries.length === 0 ? [{ subject: 'order' }] : entries;
}

/** The start there was, or that the first of two people wished, when it is another. */
export function wishedBefore({ before }: Step, { data }: EventOf<'StartPlanned'>): string | null {
  const was = before?.startsAt ?? before?.endorsements?.at(-1)?.startAt;
  return was === undefined || was === data.startsAt ? null : was;
}

export function prioritized(step: Step, { data }: EventOf<'PriorityComputed'>): readonly Entry[] {
  const scores = data.lines.map(({ line, score }): Entry => {
    const was = step.before === null ? undefined : getRow(step.before.lines, line).priority?.score;
    return {
      subject: `L${line}`,
      field: 'score',
      was: was === undefined ? null : String(was),
      now: String(score.score),
      text: JSON.stringify(score.parts),
    };
  });
  return [...scores, ...differences(step)];
}

export function outsideChange(
  { before }: Step,
  event: EventOf<'OutsideDependencyAdded'> | EventOf<'OutsideDependencyMet'>,
): Entry {
  const { task } = event.data;
  if (event.type === 'OutsideDependencyAdded') {
    const { orderNumber, title } = event.data;
    return { subject: `T${task}`, field: 'waitsFor', now: `${orderNumber} ${title}` };
  }
  const { order, node } = event.data;
  const row = before?.plan && findRow(before.plan.tasks, task);
  const wait = row?.outside?.find(one => one.order === order && one.node === node);
  const was = wait === undefined ? node : `${wait.orderNumber} ${wait.title}`;
  return { subject: `T${task}`, field: 'waitsFor', was, now: null };
}

/** What it wanted, and what it waits for instead; for nothing, when somebody let it go on without. */
export function wantMet({ task, want, waits }: EventOf<'OutsideWantMet'>['data']): readonly Entry[] {
  const about = { subject: `T${task}`, field: 'waitsFor' } as const;
  if (waits.length === 0) return [{ ...about, was: want.name, now: null }];
  return waits.map(({ orderNumber, title }) => ({ ...about, now: `${orderNumber} ${title}` }));
}

export function nameOfTask(order: Order, number: number): string {
  const task = order.plan && findRow(order.plan.tasks, number);
  return `${taskNumber(order, number)} ${task?.title ?? ''}`.trimEnd();
}

export const revision = ({ revision: number, text }: { readonly revision: number; readonly text: string }): Entry => ({
  subject: 'order',
  field: 'revision',
  now: String(number),
  text: text === '' ? null : text,
});

/** The reasons first, then what is asked with the values it would replace, then what it holds. */
export function requested(step: Step, { data }: EventOf<'RevisionRequested'>): readonly Entry[] {
  return [
    revision({ revision: data.number, text: data.reason }),
    ...(data.override === undefined
      ? []
      : [{ subject: 'order', field: 'override', now: data.override.reason } as const]),
    ...data.changes.map(change => asked(step.after, change)),
    ...differences(step),
  ];
}

function asked(order: Order, change: RevisionChange): Entry {
  const was = (line: number) => getRow(order.lines, line);
  switch (change.kind) {
    case 'characteristic': {
      const { line, name, value } = change;
      const before = was(line).characteristics.find(one => one.name === name)?.value;
      return {
        subject: `L${line}`,
        field: `characteristic.${name}`,
        was: textOf(before ?? null),
        now: textOf(value),
      };
    }
    case 'quantity': {
      const { line, value } = change;
      return { subject: `L${line}`, field: 'quantity', was: String(was(line).quantity), now: String(value) };
    }
    case 'location': {
      const { line, value } = change;
      return { subject: `L${line}`, field: 'location', was: was(line).location?.name ?? null, now: value.name };
    }
    case 'contact':
      return { subject: 'order', field: 'contact', was: order.contacts[0]?.name ?? null, now: change.value.name };
    case 'contacts': {
      const { line, value } = change;
      const before = line === undefined ? order.contacts : was(line).contacts;
      return {
        subject: line === undefined ? 'order' : `L${line}`,
        field: 'contact',
        was: named(before),
        now: named(value),
      };
    }
    case 'relatedItems': {
      const { line, value } = change;
      return { subject: `L${line}`, field: 'relatedItem', was: items(relatedItemsOf(was(line))), now: items(value) };
    }
    case 'requestedCompletion': {
      const before = order.requestedCompletion ?? null;
      return { subject: 'order', field: 'requestedCompletion', was: before, now: change.value };
    }
    case 'addLine': {
      const { name, itemId, specification } = change.line;
      return { subject: 'order', field: 'addLine', now: name ?? specification?.name ?? specification?.id ?? itemId };
    }
    case 'cancelLine':
      return { subject: `L${change.line}`, field: 'state', was: was(change.line).state, now: 'canceled' };
  }
}

/** What changed of a task by what somebody said of it; the reason with the first of it, or alone where it is all that changed. */
export function told(step: Step, subject: SubjectId, reason?: string): readonly Entry[] {
  const changes = differences(step);
  const [first = { subject }, ...rest] = changes;
  return [{ ...first, ...(reason !== undefined && { text: reason }) }, ...rest];
}

/** Null when there is nobody. */
const named = (contacts: readonly Contact[]): string | null =>
  contacts.map(({ name, email, phone }) => name ?? email ?? phone ?? '').join(', ') || null;

const items = (related: readonly RelatedItem[]): string | null =>
  related.map(({ itemId }) => itemId).join(', ') || null;

/** What people call the action, of everything it brought about. */
const telling: readonly EventType[] = [
  'TaskCompleted',
  'TaskStarted',
  'TaskPaused',
  'TaskResumed',
  'EndProposed',
  'EndProposalWithdrawn',
  'TaskEscalated',
  'EscalationWithdrawn',
  'TaskValuesRecorded',
  'TaskAssigned',
  'FalloutRaised',
];

/** First what was taken back, then every fact that went back with it. */
export function undone(step: Step, { data }: EventOf<'ActionUndone'>): readonly Entry[] {
  const what = telling.find(type => data.events.includes(type)) ?? data.events[0] ?? null;
  const [task] = data.tasks;
  const subject = task === undefined ? 'order' : (`T${task.number}` as const);
  return [{ subject, field: 'undone', now: what }, ...differences(step)];
}
