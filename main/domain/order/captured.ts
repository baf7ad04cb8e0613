/** Decides what happens to an order before approval: import, rejection's way back, correction, resubmission, matching. */
import { sameJson, type JsonValue } from '../json.ts';
import { err, ok } from '../result.ts';
import { findRow, getRow } from '../table.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import type { Correction } from '../vocabulary/correction.ts';
import { rejectionReasons } from './codes.ts';
import { filledIn, firstRefusal, inState, oneOf, permitted, stillAsSeen } from './guards.ts';
import { lineNumber } from './numbers.ts';
import type { Order } from './order.ts';
import type { Refusal } from './refusals.ts';
import { mayApprove } from '../policy/whoApproves.ts';
import { unfolded, type Decided } from './unfolding.ts';

export function importOrder(
  order: Order | null,
  { orderId, number, order: captured, document, understood }: CommandOf<'importOrder'>,
  context: DecisionContext,
): Decided {
  const refusal = permitted(context.by, 'order.import');
  if (refusal !== null) return err(refusal);
  if (order !== null) return err({ code: 'AlreadyExists', subject: 'order', id: order.number });
  const data = { orderId, number, order: captured, document, understood };
  return ok(unfolded(order, context, { type: 'OrderImported', v: 1, data }));
}

/** Only from New, with a reason code and words; nothing is decomposed (features A3, A4). */
export function reject(order: Order, command: CommandOf<'reject'>, context: DecisionContext): Decided {
  const { reasonCode, text } = command;
  const authority = mayApprove(context.by, context.at, context, 'order.reject');
  if ('code' in authority) return err(authority);
  const refusal = firstRefusal(
    () => stillAsSeen('order', order.number, order.touched, command.seen),
    () => inState('order', order.number, order.state, ['new']),
    () => filledIn('order', order.number, { reasonCode, text }),
    () => oneOf('order', order.number, 'reasonCode', reasonCode, rejectionReasons),
  );
  if (refusal !== null) return err(refusal);
  const data = { reasonCode, text: text.trim(), ...authority };
  return ok(unfolded(order, context, { type: 'OrderRejected', v: 1, data }));
}

export function reopen(order: Order, command: CommandOf<'reopen'>, context: DecisionContext): Decided {
  const refusal = correctable(order, command, context.by, ['rejected']);
  return refusal === null ? ok(unfolded(order, context, { type: 'OrderReopened', v: 1, data: {} })) : err(refusal);
}

export function submit(order: Order, command: CommandOf<'submit'>, context: DecisionContext): Decided {
  const refusal = correctable(order, command, context.by, ['draft']);
  return refusal === null ? ok(unfolded(order, context, { type: 'OrderSubmitted', v: 1, data: {} })) : err(refusal);
}

/** Puts fields right, of a draft or of an order that waits for its decision (domain.md A.10); of two values for one field the last stands, what is as it was already is left out, and nothing at all is a refusal. */
export function correct(order: Order, command: CommandOf<'correct'>, context: DecisionContext): Decided {
  const refusal = correctable(order, command, context.by, ['new', 'draft']);
  if (refusal !== null) return err(refusal);
  const changes: { change: Correction; was: JsonValue }[] = [];
  const wanted = new Map(command.changes.map(change => [placeOf(change), change]));
  for (const asked of wanted.values()) {
    const fault = faultOf(order, asked);
    if (fault !== null) return err(fault);
    const change = inUtc(asked);
    const was = valueBefore(order, change);
    if (!sameJson(was, change.value)) changes.push({ change, was });
  }
  if (changes.length === 0) return err({ code: 'NothingToChange', subject: 'order', id: order.number });
  return ok(unfolded(order, context, { type: 'OrderCorrected', v: 1, data: { changes } }));
}

/** Says which catalog specification a line means, when its document did not or named one the catalog does not know. */
export function matchLine(order: Order, command: CommandOf<'matchLine'>, context: DecisionContext): Decided {
  const line = findRow(order.lines, command.line);
  if (line === undefined) return err({ code: 'NotFound', subject: 'line', id: lineNumber(order, command.line) });
  const refusal = correctable(order, command, context.by, ['new', 'draft']);
  if (refusal !== null) return err(refusal);
  const known = context.catalog.specifications.get(command.specification)?.kind === 'service';
  if (!known) return err({ code: 'NotFound', subject: 'specification', id: command.specification });
  if (line.matched === command.specification)
    return err({ code: 'NothingToChange', subject: 'line', id: lineNumber(order, line.number) });
  const { line: number, specification } = command;
  const data = { line: number, specification, was: line.matched ?? null };
  return ok(unfolded(order, context, { type: 'LineMatched', v: 1, data }));
}

function correctable(
  order: Order,
  { seen }: { readonly seen?: number },
  by: DecisionContext['by'],
  states: readonly string[],
): Refusal | null {
  return firstRefusal(
    () => permitted(by, 'order.correct'),
    () => stillAsSeen('order', order.number, order.touched, seen),
    () => inState('order', order.number, order.state, states),
  );
}

/** What a correction is about: one field, on one line when it has one. */
const placeOf = (change: Correction): string =>
  [change.field, 'line' in change ? change.line : '', 'name' in change ? change.name : ''].join(' ');

/** A day, or a moment with its zone: without one it would mean something else on every machine. */
const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Dates are kept in UTC, so that they compare as text. */
function inUtc(change: Correction): Correction {
  if (change.field !== 'requestedStart' && change.field !== 'requestedCompletion') return change;
  return change.value === null ? change : { ...change, value: new Date(change.value).toISOString() };
}

function faultOf(order: Order, change: Correction): Refusal | null {
  if ('line' in change && findRow(order.lines, change.line) === undefined) {
    return { code: 'NotFound', subject: 'line', id: lineNumber(order, change.line) };
  }
  if (change.field === 'requestedStart' || change.field === 'requestedCompletion') {
    const isDate = change.value === null || (isoDate.test(change.value) && !Number.isNaN(Date.parse(change.value)));
    if (!isDate) {
      return { code: 'FieldInvalid', subject: 'order', id: order.number, field: change.field, expected: 'date' };
    }
  }
  const invalid = (expected: string): Refusal => ({
    code: 'FieldInvalid',
    subject: 'order',
    id: order.number,
    field: change.field,
    expected,
  });
  if (change.field === 'quantity' && !(Number.isFinite(change.value) && change.value > 0)) return invalid('quantity');
  return isNameless(change) ? invalid('text') : null;
}

/** A site, a person or a value that goes by nothing would pass for one that is there. */
function isNameless(change: Correction): boolean {
  switch (change.field) {
    case 'location':
    case 'contact':
      return change.value.name.trim() === '';
    case 'account':
      return change.value.id.trim() === '';
    case 'service':
      return change.value.trim() === '';
    case 'characteristic':
      return change.name.trim() === '';
    default:
      return false;
  }
}

function valueBefore(order: Order, change: Correction): JsonValue {
  switch (change.field) {
    case 'location':
      return getRow(order.lines, change.line).location ?? null;
    case 'characteristic':
      return getRow(order.lines, change.line).characteristics.find(({ name }) => name === change.name)?.value ?? null;
    case 'service':
      return getRow(order.lines, change.line).serviceId ?? null;
    case 'quantity':
      return getRow(order.lines, change.line).quantity;
    case 'contact':
      return order.contacts[0] ?? null;
    case 'account':
      return order.account ?? null;
    default:
      return order[change.field] ?? null;
  }
}
