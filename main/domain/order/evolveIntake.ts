/** Folds what happens to an order before it is approved: import, corrections, matching to specifications. */
import { emptyTable, replaceRow, rowsOf, tableOf } from '../table.ts';
import { touchedBy, withLine } from './change.ts';
import { withValue } from './evolveTask.ts';
import type { Correction } from '../vocabulary/correction.ts';
import type { EventOf, HappenedEvent } from './events.ts';
import type { Order, OrderLine } from './order.ts';
import type { CapturedLine } from '../vocabulary/captured.ts';
import { lineId } from '../vocabulary/node.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;

const nothing = { ended: 0, total: 0 };

export function importedOrder(event: Happened<'OrderImported'>): Order {
  const { orderId, number, order } = event.data;
  const childrenOf = Map.groupBy(
    order.lines.map((_, index) => index + 1),
    line => order.lines[line - 1]?.parent,
  );
  const lines = order.lines.map((line, index) => capturedLine(line, index + 1, childrenOf.get(index + 1) ?? []));
  return {
    ...order,
    id: orderId,
    number,
    state: 'new',
    version: event.version,
    touched: touchedBy(event),
    importedAt: event.at,
    lines: tableOf(lines),
    remaining: lines.filter(line => line.parent === undefined).length,
    decisions: [],
    fallouts: emptyTable,
    inventory: emptyTable,
    counts: { domainOrders: nothing, tasks: nothing },
  };
}

function capturedLine(line: CapturedLine, number: number, children: readonly number[]): OrderLine {
  return {
    ...line,
    id: lineId(number),
    number,
    state: 'new',
    children,
    domainOrders: [],
    pending: 0,
    predecessors: [],
    successors: [],
    remaining: children.length,
  };
}

export function matchedLine(order: Order, { data }: EventOf<'LineMatched'>): Order {
  return withLine(order, data.line, () => ({ matched: data.specification }));
}

export function correctedOrder(order: Order, { data }: EventOf<'OrderCorrected'>): Order {
  return data.changes.reduce((corrected, { change }) => withCorrection(corrected, change), order);
}

function withCorrection(order: Order, change: Correction): Order {
  switch (change.field) {
    case 'description':
    case 'requestedStart':
    case 'requestedCompletion': {
      const { [change.field]: _before, ...rest } = order;
      return change.value === null ? rest : { ...rest, [change.field]: change.value };
    }
    case 'priority':
      return { ...order, priority: change.value };
    case 'account':
      return { ...order, account: change.value };
    case 'contact':
      return { ...order, contacts: [change.value, ...order.contacts.slice(1)] };
    case 'location':
      return withLine(order, change.line, () => ({ location: change.value }));
    case 'service':
      return withLine(order, change.line, () => ({ serviceId: change.value.trim() }));
    case 'quantity':
      return withLine(order, change.line, () => ({ quantity: change.value }));
    case 'characteristic':
      return withLine(order, change.line, ({ characteristics }) => ({
        characteristics: withValue(characteristics, change.name, change.value),
      }));
  }
}

/** Puts every line of the order into the state that the order's own step gives it. */
export function withAllLines(order: Order, state: OrderLine['state']): Order {
  let lines = order.lines;
  for (const line of rowsOf(order.lines)) lines = replaceRow(lines, line.number, { ...line, state });
  return { ...order, lines };
}
