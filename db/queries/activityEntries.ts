/** Tells one event as changes: subject, field, old value, new value, remark (features U1). */
import type { Step, Entry } from './activityStep.ts';
import type { JsonValue } from '../../main/domain/json.ts';
import type { Correction } from '../../main/domain/vocabulary/correction.ts';
import type { EventOf } from '../../main/domain/order/events.ts';
import type { Order } from '../../main/domain/order/order.ts';
import type { SubjectId } from '../../main/domain/vocabulary/node.ts';
import { unreachable } from '../../main/domain/result.ts';
import { findRow } from '../../main/domain/table.ts';
import { textOf } from '../projections/cells.ts';
import {
  differences,
  endorsed,
  grown,
  nameOfTask,
  onBehalf,
  outsideChange,
  wantMet,
  prioritized,
  requested,
  revision,
  told,
  undone,
  wishedBefore,
} from './steeringEntries.ts';

export function entriesOf(step: Step): readonly Entry[] {
  const { event } = step;
  switch (event.type) {
    case 'OrderApproved':
      return [stateChange(step, 'order'), ...onBehalf(event.data.onBehalfOf)];
    case 'OrderImported':
    case 'OrderReopened':
    case 'OrderSubmitted':
    case 'OrderStarted':
    case 'OrderCompleted':
    case 'OrderCanceled':
      return [stateChange(step, 'order')];
    case 'OrderRejected':
      return [
        stateChange(step, 'order', event.data.text),
        { subject: 'order', field: 'reasonCode', now: event.data.reasonCode },
        ...onBehalf(event.data.onBehalfOf),
      ];
    case 'OrderCorrected':
      return event.data.changes.map(({ change, was }) => correction(change, was));
    case 'LineMatched': {
      const { line, was, specification } = event.data;
      return [{ subject: `L${line}`, field: 'specification', was, now: specification }];
    }
    case 'OrderDecomposed':
      return decomposed(event);
    case 'InventoryPlanned':
      return event.data.items.map((item, index) => ({ subject: `I${index + 1}`, field: 'state', now: item.state }));
    case 'InventoryChanged': {
      const { item, was, now } = event.data;
      return [{ subject: `I${item}`, field: 'state', was, now }];
    }
    case 'TasksOpened':
      return event.data.tasks.map(number => stateChange(step, `T${number}`));
    case 'TaskAssigned':
      return assigned(event);
    case 'TaskLeftInQueue': {
      const { task, why } = event.data;
      return [{ subject: `T${task}`, field: 'nobodyWhy', now: JSON.stringify(why) }];
    }
    case 'TaskStarted':
      return [stateChange(step, `T${event.data.task}`)];
    case 'TaskValuesRecorded':
      return event.data.values.map(({ name, was, now }) => valueChange(`T${event.data.task}`, name, was, now));
    case 'ValuePropagated': {
      const { from, to, name, was, now } = event.data;
      return [{ ...valueChange(`D${to}`, name, was, now), text: `D${from}` }];
    }
    case 'TaskCompleted':
      return completed(step, event);
    case 'TaskHeld':
    case 'TaskRestored':
      return [stateChange(step, `T${event.data.task}`, `F${event.data.fallout}`)];
    case 'TasksCanceled':
      return event.data.tasks.map(number => stateChange(step, `T${number}`, `F${event.data.fallout}`));
    case 'DomainOrderQualified':
      return event.data.domainOrders.map(number => stateChange(step, `D${number}`));
    case 'DomainOrderStarted':
    case 'DomainOrderClosed':
    case 'DomainOrderCanceled':
      return [stateChange(step, `D${event.data.domainOrder}`)];
    case 'LineStarted':
    case 'LineCompleted':
    case 'LineCanceled':
      return [stateChange(step, `L${event.data.line}`)];
    case 'FalloutRaised': {
      const { fallout, task, text } = event.data;
      return [
        stateChange(step, `F${fallout}`, text),
        { subject: `T${task}`, field: 'fallout', now: `F${fallout}`, text },
      ];
    }
    case 'FalloutTriaged':
      return event.data.changes.map(({ field, was, now }) => ({ subject: `F${event.data.fallout}`, field, was, now }));
    case 'FalloutResolved':
      return resolved(step, event);
    case 'FalloutClosed':
      return [stateChange(step, `F${event.data.fallout}`)];
    case 'NoteAdded': {
      const { subject, kind, text } = event.data;
      return [{ subject, field: kind === 'work' ? 'workNote' : 'customerComment', text }];
    }
    case 'OrderEndorsed':
      return endorsed(event.data);
    case 'StartPlanned':
      return [{ subject: 'order', field: 'startsAt', was: wishedBefore(step, event), now: event.data.startsAt }];
    case 'PriorityComputed':
      return prioritized(step, event);
    case 'TasksScheduled':
      return event.data.tasks.flatMap(({ task, opensAt }): Entry[] => [
        stateChange(step, `T${task}`),
        { subject: `T${task}`, field: 'opensAt', now: opensAt },
      ]);
    case 'TargetsReconsidered':
      return grown(step);
    case 'OutsideDependencyAdded':
    case 'OutsideDependencyMet':
      return [outsideChange(step, event)];
    case 'OutsideWantMet':
      return wantMet(event.data);
    case 'PointOfNoReturnPassed':
      return [
        {
          subject: `D${event.data.domainOrder}`,
          field: 'pointOfNoReturn',
          now: nameOfTask(step.after, event.data.task),
        },
      ];
    case 'TaskPaused':
      return [stateChange(step, `T${event.data.task}`, event.data.reason)];
    case 'TaskResumed':
      return [stateChange(step, `T${event.data.task}`)];
    case 'EndProposed':
    case 'TaskEscalated':
      return told(step, `T${event.data.task}`, event.data.reason);
    case 'EndProposalWithdrawn':
    case 'EscalationWithdrawn':
      return told(step, `T${event.data.task}`);
    case 'RevisionRequested':
      return requested(step, event);
    case 'RevisionApproved':
      return [revision(event.data), ...onBehalf(event.data.onBehalfOf), ...grown(step), ...differences(step)];
    case 'RevisionRejected':
      return [revision(event.data), ...onBehalf(event.data.onBehalfOf), ...differences(step)];
    case 'OrderResumed':
      return differences(step);
    case 'ActionUndone':
      return undone(step, event);
    default:
      return unreachable(event);
  }
}

/** Events name what they did, not the state they ended, so the old state is read from the order as it was. */
function stateChange({ before, after }: Step, subject: SubjectId, text?: string): Entry {
  const was = before === null ? undefined : stateOf(before, subject);
  return {
    subject,
    field: 'state',
    was: was ?? null,
    now: stateOf(after, subject) ?? null,
    ...(text !== undefined && { text }),
  };
}

function stateOf(order: Order, subject: SubjectId): string | undefined {
  if (subject === 'order') return order.state;
  const number = Number(subject.slice(1));
  switch (subject[0]) {
    case 'L':
      return findRow(order.lines, number)?.state;
    case 'D':
      return order.plan && findRow(order.plan.domainOrders, number)?.state;
    case 'T':
      return order.plan && findRow(order.plan.tasks, number)?.state;
    case 'F':
      return findRow(order.fallouts, number)?.state;
    default:
      return findRow(order.inventory, number)?.state;
  }
}

const valueChange = (subject: SubjectId, name: string, was: JsonValue, now: JsonValue): Entry => ({
  subject,
  field: `value.${name}`,
  was: textOf(was),
  now: textOf(now),
});

function correction(change: Correction, was: JsonValue): Entry {
  const entry = { was: textOf(was), now: textOf(change.value) };
  if (!('line' in change)) return { ...entry, subject: 'order', field: change.field };
  const field = change.field === 'characteristic' ? `characteristic.${change.name}` : change.field;
  return { ...entry, subject: `L${change.line}`, field };
}

function decomposed({ data }: EventOf<'OrderDecomposed'>): readonly Entry[] {
  return [
    { subject: 'order', field: 'domainOrders', now: String(data.domainOrders.length) },
    { subject: 'order', field: 'tasks', now: String(data.tasks.length) },
    { subject: 'order', field: 'catalogVersion', now: String(data.catalogVersion) },
  ];
}

function assigned({ data }: EventOf<'TaskAssigned'>): readonly Entry[] {
  const subject: SubjectId = `T${data.task}`;
  const hands = (['assignee', 'group'] as const).flatMap(field => {
    const { was, now } = data[field];
    return was === now ? [] : [{ subject, field, was, now, text: data.how }];
  });
  return data.why === undefined ? hands : [...hands, { subject, field: 'why', now: JSON.stringify(data.why) }];
}

function completed(step: Step, { data }: EventOf<'TaskCompleted'>): readonly Entry[] {
  const { task, outcome } = data;
  const subject: SubjectId = `T${task}`;
  if (outcome.kind === 'done') return [stateChange(step, subject)];
  const text = outcome.kind === 'stated' ? outcome.result : outcome.reason;
  const { fallout } = outcome;
  return [
    stateChange(step, subject, text),
    { subject, field: 'outcome', now: outcome.kind, ...(fallout !== undefined && { text: `F${fallout}` }) },
  ];
}

function resolved(step: Step, { data }: EventOf<'FalloutResolved'>): readonly Entry[] {
  const subject: SubjectId = `F${data.fallout}`;
  const { action, rootCause, resolutionCode, text } = data.resolution;
  return [
    stateChange(step, subject, text),
    { subject, field: 'action', now: action },
    { subject, field: 'rootCause', now: rootCause },
    { subject, field: 'resolutionCode', now: resolutionCode },
  ];
}
