/** Checks what a revision asks for: everything it names must be there, and what is so already is left out (domain.md A.10). */
import type { Specification } from '../../catalog/catalog.ts';
import { findLineSpecification, type IndexedCatalog } from '../../catalog/indexCatalog.ts';
import { mostUnits } from '../../decomposition/unitsOf.ts';
import { sameJson, type JsonValue } from '../../json.ts';
import { err, ok, type Result } from '../../result.ts';
import { findRow, listRows } from '../../table.ts';
import { preorder } from '../../tree.ts';
import type { CapturedLine, Contact } from '../../vocabulary/captured.ts';
import type { RelatedItem, RevisionChange } from '../../vocabulary/revision.ts';
import { getLine } from '../change.ts';
import { findSpecification } from '../checks.ts';
import { lineNumber } from '../numbers.ts';
import type { Order } from '../order.ts';
import type { Refusal } from '../refusals.ts';

/** Of two changes of one thing the last stands, and canceling a line makes its other changes pointless; nothing left is a refusal. */
export function effectiveChanges(
  order: Order,
  changes: readonly RevisionChange[],
  catalog: IndexedCatalog,
): Result<readonly RevisionChange[], Refusal> {
  const wanted = [...new Map(changes.map(change => [placeOf(change), change])).values()];
  const faulty = wanted.map(change => faultOf(order, change, catalog)).find(fault => fault !== null);
  if (faulty !== undefined) return err(faulty);
  const canceled = new Set(linesToCancel(order, wanted));
  const fault = faultOfNewLines(order, wanted, canceled);
  if (fault !== null) return err(fault);
  const effective = wanted.filter(change => {
    if (change.kind === 'cancelLine') return true;
    if ('line' in change && typeof change.line === 'number' && canceled.has(change.line)) return false;
    return !isSo(order, change);
  });
  return effective.length === 0 ? err({ code: 'NothingToChange', subject: 'order', id: order.number }) : ok(effective);
}

/** The lines that the changes cancel, those nested in them included, as far as they are not canceled yet. */
export function linesToCancel(order: Order, changes: readonly RevisionChange[]): readonly number[] {
  const named = changes.flatMap(change => (change.kind === 'cancelLine' ? withNested(order, change.line) : []));
  return [...new Set(named)].filter(line => isLineLiving(order, line)).toSorted((a, b) => a - b);
}

/** A line and everything nested in it. */
export const withNested = (order: Order, line: number): readonly number[] =>
  preorder([line], number => getLine(order, number).children);

/** Not canceled and not being canceled; a completed one still counts. */
export function isLineLiving(order: Order, line: number): boolean {
  const { state, canceling } = getLine(order, line);
  return state !== 'canceled' && canceling !== true;
}

/** The field that a change is about; one line is added as often as it is asked for. */
function placeOf(change: RevisionChange): string {
  if (change.kind === 'addLine') return `addLine ${change.line.itemId}`;
  return [change.kind, 'line' in change ? change.line : '', 'name' in change ? change.name : ''].join(' ');
}

/** A day, or a moment with its zone. */
const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

function faultOf(order: Order, change: RevisionChange, catalog: IndexedCatalog): Refusal | null {
  if ('line' in change && typeof change.line === 'number') {
    const line = findRow(order.lines, change.line);
    const id = lineNumber(order, change.line);
    if (line === undefined) return { code: 'NotFound', subject: 'line', id };
    if (!isLineLiving(order, change.line)) {
      return { code: 'WrongState', subject: 'line', id, found: line.state, needed: ['scheduled', 'inProgress'] };
    }
  }
  const invalid = (field: string, expected: string): Refusal => ({
    code: 'FieldInvalid',
    subject: 'order',
    id: order.number,
    field,
    expected,
  });
  switch (change.kind) {
    case 'quantity':
      return isQuantity(change.value, findSpecification(getLine(order, change.line), catalog))
        ? null
        : invalid('quantity', 'quantity');
    case 'requestedCompletion':
      return change.value === null || (isoDate.test(change.value) && !Number.isNaN(Date.parse(change.value)))
        ? null
        : invalid('requestedCompletion', 'date');
    case 'characteristic':
      return change.name.trim() === '' ? invalid('name', 'text') : null;
    case 'location':
    case 'contact':
      return isNamed(change.value) ? null : invalid(change.kind, 'text');
    case 'contacts':
      return change.value.every(isReachable) ? null : invalid('contact', 'text');
    case 'relatedItems':
      return change.value.every(isWhole) ? null : invalid('relatedItem', 'text');
    case 'addLine': {
      const { location, characteristics, specification, quantity, contacts, relationships } = change.line;
      const fault = faultOfNew(order, change.line, catalog);
      if (fault !== null) return fault;
      if (!isQuantity(quantity, findLineSpecification(catalog, specification))) return invalid('quantity', 'quantity');
      if (location !== undefined && !isNamed(location)) return invalid('location', 'text');
      if (!contacts.every(isReachable)) return invalid('contact', 'text');
      if (!relationships.every(isWhole)) return invalid('relatedItem', 'text');
      return characteristics.every(isNamed) ? null : invalid('name', 'text');
    }
    default:
      return null;
  }
}

const isNamed = ({ name }: { readonly name?: string }): boolean => name !== undefined && name.trim() !== '';

/** Whoever has neither a name nor a way to be reached is nobody. */
const isReachable = ({ name = '', email = '', phone = '' }: Contact): boolean =>
  [name, email, phone].some(part => part.trim() !== '');

const isWhole = ({ type, itemId }: RelatedItem): boolean => type.trim() !== '' && itemId.trim() !== '';

/** Only units that get domain orders of their own are limited (features D6). */
const isQuantity = (value: number, specification: Specification | undefined): boolean =>
  Number.isFinite(value) && value > 0 && (specification?.quantity === 'whole' || value <= mostUnits);

function faultOfNew(order: Order, line: CapturedLine, catalog: IndexedCatalog): Refusal | null {
  const { id, name } = line.specification ?? {};
  if (findLineSpecification(catalog, line.specification)?.kind !== 'service') {
    return { code: 'NotFound', subject: 'specification', id: id ?? name ?? '' };
  }
  if (listRows(order.lines).some(({ itemId }) => itemId === line.itemId)) {
    return { code: 'AlreadyExists', subject: 'line', id: line.itemId };
  }
  // What is changed or taken away has to be there.
  return line.action === 'add' || line.action === 'noChange' || (line.serviceId ?? '').trim() !== ''
    ? null
    : { code: 'FieldInvalid', subject: 'line', id: line.itemId, field: 'service', expected: 'text' };
}

/** What a new line is nested in or waits for is a line that goes on: one of the order, or one that comes before it in the same change. */
function faultOfNewLines(
  order: Order,
  changes: readonly RevisionChange[],
  canceled: ReadonlySet<number>,
): Refusal | null {
  const goesOn = (number: number): boolean => isLineLiving(order, number) && !canceled.has(number);
  const known = listRows(order.lines);
  const items = new Set(known.flatMap(({ itemId, number }) => (goesOn(number) ? [itemId] : [])));
  let numbers = order.lines.size;
  for (const change of changes) {
    if (change.kind !== 'addLine') continue;
    const { itemId: id, parent, relationships } = change.line;
    const isThere = (line: number): boolean =>
      Number.isInteger(line) && line >= 1 && line <= numbers && (line > known.length || goesOn(line));
    const invalid = (field: string): Refusal => ({
      code: 'FieldInvalid',
      subject: 'line',
      id,
      field,
      expected: 'livingLine',
    });
    if (parent !== undefined && !isThere(parent)) return invalid('parent');
    if (relationships.some(({ waits, itemId }) => waits && !items.has(itemId))) return invalid('waitsFor');
    items.add(id);
    numbers += 1;
  }
  return null;
}

function isSo(order: Order, change: RevisionChange): boolean {
  switch (change.kind) {
    case 'characteristic': {
      const { characteristics } = getLine(order, change.line);
      return sameJson(characteristics.find(({ name }) => name === change.name)?.value ?? null, change.value);
    }
    case 'quantity':
      return getLine(order, change.line).quantity === change.value;
    case 'location':
      return sameJson(asJson(getLine(order, change.line).location), asJson(change.value));
    case 'contact':
      return sameJson(asJson(order.contacts[0]), asJson(change.value));
    case 'contacts': {
      const there = change.line === undefined ? order.contacts : getLine(order, change.line).contacts;
      return sameJson(asJson(there), asJson(change.value));
    }
    case 'relatedItems':
      return sameJson(asJson(relatedItemsOf(getLine(order, change.line))), asJson(change.value));
    case 'requestedCompletion':
      return (order.requestedCompletion ?? null) === inUtc(change.value);
    case 'addLine':
    case 'cancelLine':
      return false;
  }
}

/** What a line is related to without waiting for it. */
export const relatedItemsOf = ({ relationships }: Pick<CapturedLine, 'relationships'>): readonly RelatedItem[] =>
  relationships.flatMap(({ waits, ...item }) => (waits ? [] : [item]));

const asJson = (value: object | undefined): JsonValue => (value ?? null) as JsonValue;

/** Dates are kept in UTC, so that they compare as text. */
export const inUtc = (value: string | null): string | null => (value === null ? null : new Date(value).toISOString());
