/** Which parts of an order a list of events is about, so that the window knows what to read again. */
import type { DomainEvent } from '../../domain/order/events.ts';

/** Part ids without repeats, in the order in which they were touched; the order itself is `order`. */
export function subjectsOf(events: readonly DomainEvent[]): string[] {
  return [...new Set(events.flatMap(subjectsOfEvent))];
}

const line = (number: number): string => `L${number}`;
const domainOrder = (number: number): string => `D${number}`;
const task = (number: number): string => `T${number}`;

function subjectsOfEvent({ type, data }: DomainEvent): readonly string[] {
  switch (type) {
    case 'TasksOpened':
    case 'TasksCanceled':
      return data.tasks.map(task);
    case 'TasksScheduled':
      return data.tasks.map(scheduled => task(scheduled.task));
    case 'DomainOrderQualified':
      return data.domainOrders.map(domainOrder);
    case 'PriorityComputed':
      return ['order', ...data.lines.map(scored => line(scored.line))];
    case 'RevisionRequested': {
      const { lines, domainOrders, tasks } = data.touches;
      return ['order', ...lines.map(line), ...domainOrders.map(domainOrder), ...tasks.map(task)];
    }
    case 'RevisionApproved':
      return [
        'order',
        ...data.canceledLines.map(line),
        ...data.canceledDomainOrders.map(domainOrder),
        ...data.tasks.map(compensated => task(compensated.task)),
      ];
    case 'ActionUndone':
      return [
        ...data.tasks.map(({ number }) => task(number)),
        ...data.domainOrders.map(({ number }) => domainOrder(number)),
        ...data.lines.map(({ number }) => line(number)),
        ...data.fallouts.map(({ number }) => `F${number}`),
        ...(data.inventory ?? []).map(({ number }) => `I${number}`),
        ...(data.order === undefined ? [] : ['order']),
      ];
    default:
      return subjectsOfData(data);
  }
}

function subjectsOfData(data: DomainEvent['data']): readonly string[] {
  const parts: string[] = [];
  if ('line' in data) parts.push(line(data.line));
  if ('domainOrder' in data) parts.push(domainOrder(data.domainOrder));
  if ('task' in data) parts.push(task(data.task));
  if ('fallout' in data) parts.push(`F${data.fallout}`);
  if ('item' in data) parts.push(`I${data.item}`);
  return parts.length === 0 ? ['order'] : parts;
}
