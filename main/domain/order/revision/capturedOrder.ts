/** What an order asks for, apart from what was made of it: taken out of an order, and put back into one changed. */
import { listRows, withRow } from '../../table.ts';
import type { CapturedLine, CapturedOrder } from '../../vocabulary/captured.ts';
import { lineId } from '../../vocabulary/node.ts';
import { withLine } from '../change.ts';
import type { Order, OrderLine } from '../order.ts';

const orderFields = [
  'externalId',
  'sourceId',
  'category',
  'description',
  'priority',
  'account',
  'parties',
  'contacts',
  'orderDate',
  'requestedStart',
  'requestedCompletion',
  'notes',
] as const satisfies readonly (keyof CapturedOrder)[];

const lineFields = [
  'itemId',
  'action',
  'name',
  'parent',
  'quantity',
  'specification',
  'serviceId',
  'location',
  'contacts',
  'characteristics',
  'relationships',
] as const satisfies readonly (keyof CapturedLine)[];

/** Every line stands at its number minus one. */
export const capturedOf = (order: Order): CapturedOrder => ({
  ...only(order, orderFields),
  priority: order.capturedPriority ?? order.priority,
  lines: listRows(order.lines).map(line => only<CapturedLine, (typeof lineFields)[number]>(line, lineFields)),
});

/** The order asking for this instead; lines beyond the present ones are new, and none is taken away. No change is about the priority: the computed one stays. */
export function withCaptured(order: Order, captured: CapturedOrder): Order {
  const { requestedStart: _start, requestedCompletion: _completion, ...rest } = order;
  const { priority: _priority, ...asked } = only(captured, orderFields);
  const known = order.lines.size;
  const state = order.actualStart === undefined ? 'acknowledged' : 'scheduled';
  const changed = captured.lines
    .slice(0, known)
    .reduce<Order>((so, line, index) => withLine(so, index + 1, () => line), {
      ...rest,
      ...asked,
    });
  return captured.lines.slice(known).reduce((so, line) => withNewLine(so, line, state), changed);
}

/** Nested in another it is one more thing that has to end before that one does. */
function withNewLine(order: Order, line: CapturedLine, state: OrderLine['state']): Order {
  const number = order.lines.size + 1;
  const lines = withRow(order.lines, {
    ...line,
    id: lineId(number),
    number,
    state,
    children: [],
    domainOrders: [],
    pending: 0,
    predecessors: [],
    successors: [],
    remaining: 0,
  });
  if (line.parent === undefined) return { ...order, lines, remaining: order.remaining + 1 };
  return withLine({ ...order, lines }, line.parent, ({ children, remaining }) => ({
    children: [...children, number],
    remaining: remaining + 1,
  }));
}

/** A copy with these keys, as far as they are there. */
function only<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.flatMap(key => (from[key] === undefined ? [] : [[key, from[key]]]))) as Pick<T, K>;
}
