/** The calls by which a person has a task wait for a part of another order, or go on without it (features O6). */
import type { Database } from 'better-sqlite3';
import { findOrderIdByNumber } from '../../../db/queries/outsideWaits.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { domainOrderNumber, lineNumber, taskNumber } from '../../domain/order/numbers.ts';
import type { OrderCommand } from '../../domain/order/commands.ts';
import type { OutsideDependency } from '../../domain/decomposition/decomposed.ts';
import { lineTitle } from '../../domain/order/lineTitle.ts';
import type { Order } from '../../domain/order/order.ts';
import type { SubjectKind } from '../../domain/order/refusals.ts';
import { getPart, hasPartEnded } from '../../domain/order/waits.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { findRow } from '../../domain/table.ts';
import type { NodeId } from '../../domain/vocabulary/node.ts';
import { defined } from '../defined.ts';
import type { Handlers } from '../sides.ts';
import type { Run } from './run.ts';
import type { LoadOrder } from './otherOrders.ts';

export type WaitCall = 'task.waitFor' | 'task.waitNoMore';

type Part = { readonly order: Order; readonly node: NodeId; readonly kind: SubjectKind; readonly title: string };

export function waitCommands(db: Database, load: LoadOrder, run: Run): Handlers<WaitCall> {
  return {
    'task.waitFor': input => {
      const { commandId, ...asked } = defined(input);
      const { orderId, task, number, ...seen } = asked;
      const toCommand = (): Result<OrderCommand, Refusal> => {
        const part = findPartByNumber(db, load, number);
        if (part === undefined) return err({ code: 'NotFound', subject: 'task', id: number });
        const on = partOf(part, task, number);
        return on.ok ? ok({ type: 'waitForOther', on: on.value, ...seen }) : on;
      };
      return run({ orderId, commandId }, { type: 'later', asked: { call: 'task.waitFor', ...asked }, toCommand });
    },
    'task.waitNoMore': ({ orderId, commandId, task, otherOrderId, node }) =>
      run(
        { orderId, commandId },
        otherOrderId === null
          ? { type: 'goWithout', task, specification: node }
          : { type: 'meetOutside', task, order: otherOrderId, node: node as NodeId },
      ),
  };
}

const unfinished = ['draft', 'scheduled', 'open', 'inProgress', 'onHold'];

/** Nothing would ever end a wait for what has ended already. */
function partOf({ order, node, kind, title }: Part, task: number, number: string): Result<OutsideDependency, Refusal> {
  const part = getPart(order, node);
  return hasPartEnded(part)
    ? err({ code: 'WrongState', subject: kind, id: number, found: part.state, needed: unfinished })
    : ok({ task, order: order.id, orderNumber: order.number, node, title });
}

/** `TASK0000421-3`, `SO0000421-1`, `RO0000421-2` or `ORDL0000421-1`, whatever the case; undefined when there is no such part. */
function findPartByNumber(db: Database, load: LoadOrder, text: string): Part | undefined {
  const written = text.trim().toUpperCase();
  const [, digits, last] = /^[A-Z]+(\d+)-(\d+)$/.exec(written) ?? [];
  const orderId = digits === undefined ? undefined : findOrderIdByNumber(db, digits);
  const order = orderId === undefined ? null : load(orderId);
  if (order?.plan === undefined) return undefined;
  const number = Number(last);
  const task = findRow(order.plan.tasks, number);
  if (task !== undefined && taskNumber(order, number) === written) {
    return { order, node: task.id, kind: 'task', title: task.title };
  }
  const domainOrder = findRow(order.plan.domainOrders, number);
  if (domainOrder !== undefined && domainOrderNumber(order, domainOrder) === written) {
    return { order, node: domainOrder.id, kind: 'domainOrder', title: domainOrder.name };
  }
  const line = findRow(order.lines, number);
  if (line === undefined || lineNumber(order, number) !== written) return undefined;
  return { order, node: line.id, kind: 'line', title: lineTitle(order, line) };
}
