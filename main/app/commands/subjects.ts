/** Which parts of an order a list of events is about, so that the window knows what to read again. */
import type { DomainEvent } from '../../domain/order/events.ts';

/** Part ids without repeats, in the order in which they were touched; the order itself is `order`. */
export function subjectsOf(events: readonly DomainEvent[]): string[] {
  return [...new Set(events.flatMap(subjectsOfEvent))];
}

function subjectsOfEvent({ data }: DomainEvent): readonly string[] {
  const parts: string[] = [];
  if ('line' in data) parts.push(`L${data.line}`);
  if ('domainOrder' in data) parts.push(`D${data.domainOrder}`);
  if ('task' in data) parts.push(`T${data.task}`);
  if ('fallout' in data) parts.push(`F${data.fallout}`);
  if ('item' in data) parts.push(`I${data.item}`);
  if ('tasks' in data && !('domainOrders' in data)) parts.push(...data.tasks.map(task => `T${task}`));
  return parts.length === 0 ? ['order'] : parts;
}
