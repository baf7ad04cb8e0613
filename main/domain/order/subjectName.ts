/** Names a part of an order: the number and title people know it by. */
import { lineTitle } from './lineTitle.ts';
import { domainOrderNumber, falloutNumber, lineNumber, taskNumber } from './numbers.ts';
import type { Order } from './order.ts';
import type { SubjectId } from '../vocabulary/node.ts';
import { findRow } from '../table.ts';

/** Null for the order itself, and for a part that is not there. */
export function subjectName(order: Order, subject: SubjectId): string | null {
  const number = Number(subject.slice(1));
  switch (subject[0]) {
    case 'L': {
      const line = findRow(order.lines, number);
      return line === undefined ? null : `${lineNumber(order, number)} ${lineTitle(order, line)}`;
    }
    case 'D': {
      const domainOrder = order.plan === undefined ? undefined : findRow(order.plan.domainOrders, number);
      return domainOrder === undefined ? null : `${domainOrderNumber(order, domainOrder)} ${domainOrder.name}`;
    }
    case 'T': {
      const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, number);
      return task === undefined ? null : `${taskNumber(order, number)} ${task.title}`;
    }
    case 'F':
      return findRow(order.fallouts, number) === undefined ? null : falloutNumber(order, number);
    case 'I':
      return findRow(order.inventory, number)?.serviceId ?? null;
    default:
      return null;
  }
}
