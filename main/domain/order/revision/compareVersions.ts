/** What two versions of an order say differently: facts, line by line and field by field (features O14). */
import { sameJson, type JsonValue } from '../../json.ts';
import type { CapturedLine, CapturedOrder } from '../../vocabulary/captured.ts';
import type { NodeId } from '../../vocabulary/node.ts';
import type { OrderVersion, Revision } from '../../vocabulary/revision.ts';
import { changedCapture } from './changedOrder.ts';
import { relatedItemsOf } from './effectiveChanges.ts';

/** `null` is "not there". */
export type Difference = {
  readonly subject: 'order' | NodeId;
  /** `same` only where all fields of what differs are asked for. */
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  /** A field, `line` for a whole one, or `characteristic.<name>`. */
  readonly field: string;
  readonly was: JsonValue;
  readonly now: JsonValue;
};

/** What is captured, and which lines of it are canceled. */
export type VersionContent = Pick<OrderVersion, 'captured' | 'canceled'>;

/** `all`: the fields of the order that stay as they are too, and those of each line in which something differs. */
export type Extent = 'changed' | 'all';

/** The order first, then the lines by number; a line that is added or gone is told as a whole, an added one with what it asks for. */
export function compareVersions(
  before: VersionContent,
  after: VersionContent,
  extent: Extent = 'changed',
): readonly Difference[] {
  const isTold = ({ change }: Difference): boolean => change !== 'same';
  const differences: Difference[] = fieldDifferences('order', orderFields(before.captured), orderFields(after.captured))
    .concat(listDifferences('order', 'contact', before.captured.contacts, after.captured.contacts))
    .filter(difference => extent === 'all' || isTold(difference));
  const size = Math.max(before.captured.lines.length, after.captured.lines.length);
  for (let number = 1; number <= size; number += 1) {
    const [was, now] = [lineOf(before, number), lineOf(after, number)];
    const subject = `L${number}` as const;
    if (was === undefined && now === undefined) continue;
    if (was === undefined || now === undefined) {
      differences.push({
        subject,
        change: was === undefined ? 'added' : 'removed',
        field: 'line',
        was: was === undefined ? null : nameOf(was),
        now: now === undefined ? null : nameOf(now),
      });
      if (now === undefined) continue;
    }
    const fields = [
      ...fieldDifferences(subject, was === undefined ? new Map() : lineFields(was), lineFields(now)),
      ...listDifferences(subject, 'contact', was?.contacts ?? [], now.contacts),
      ...listDifferences(subject, 'waitsFor', was === undefined ? [] : waitsOf(was), waitsOf(now)),
      ...listDifferences(subject, 'relatedItem', was === undefined ? [] : relatedItemsOf(was), relatedItemsOf(now)),
    ];
    const told = fields.filter(isTold);
    differences.push(...(extent === 'all' && told.length > 0 ? fields : told));
  }
  return differences;
}

/** What a revision asks to have different from a version: the one that was current when it was asked for. */
export function compareChange(
  before: VersionContent,
  { operation, changes }: Pick<Revision, 'operation' | 'changes'>,
  extent: Extent = 'changed',
): readonly Difference[] {
  const { lines } = before.captured;
  const named = new Set(changes.flatMap(change => (change.kind === 'cancelLine' ? [change.line] : [])));
  const isGone = (number: number): boolean => {
    if (operation === 'cancel') return true;
    let at: number | undefined = number;
    while (at !== undefined && !named.has(at)) at = lines[at - 1]?.parent;
    return at !== undefined;
  };
  const gone = lines.flatMap((_, index) => (isGone(index + 1) ? [index + 1] : []));
  const after = { captured: changedCapture(before.captured, changes), canceled: [...before.canceled, ...gone] };
  return compareVersions(before, after, extent);
}

const lineOf = ({ captured, canceled }: VersionContent, number: number): CapturedLine | undefined =>
  canceled.includes(number) ? undefined : captured.lines[number - 1];

const nameOf = ({ name, specification, itemId }: CapturedLine): string =>
  name ?? specification?.name ?? specification?.id ?? itemId;

type Fields = ReadonlyMap<string, JsonValue>;

const orderFields = ({ account, ...order }: CapturedOrder): Fields =>
  new Map<string, JsonValue>([
    ['description', order.description ?? null],
    ['priority', order.priority],
    ['account', account?.name ?? account?.id ?? null],
    ['requestedStart', order.requestedStart ?? null],
    ['requestedCompletion', order.requestedCompletion ?? null],
  ]);

const lineFields = (line: CapturedLine): Fields =>
  new Map<string, JsonValue>([
    ['action', line.action],
    ['parent', line.parent ?? null],
    ['service', line.serviceId ?? null],
    ['quantity', line.quantity],
    ['location', line.location ?? null],
    ...line.characteristics.map(({ name, value }) => [`characteristic.${name}`, value] as const),
  ]);

/** Ids of the lines that it waits for. */
const waitsOf = ({ relationships }: CapturedLine): readonly string[] =>
  relationships.flatMap(({ waits, itemId }) => (waits ? [itemId] : []));

/** What stands in both lists is the same wherever it stands; the rest is told in pairs, in the order in which it stands. */
function listDifferences(
  subject: Difference['subject'],
  field: string,
  before: readonly (object | string)[],
  after: readonly (object | string)[],
): Difference[] {
  const [was, now] = [before as readonly JsonValue[], after as readonly JsonValue[]];
  const isIn = (list: readonly JsonValue[], one: JsonValue): boolean => list.some(other => sameJson(one, other));
  const gone = was.filter(one => !isIn(now, one));
  const come = now.filter(one => !isIn(was, one));
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, index): Difference => {
    const [from, to] = [gone[index] ?? null, come[index] ?? null];
    return {
      subject,
      change: from === null ? 'added' : to === null ? 'removed' : 'changed',
      field,
      was: from,
      now: to,
    };
  });
  const stays = was.filter(one => isIn(now, one));
  return [...stays.map((one): Difference => ({ subject, change: 'same', field, was: one, now: one })), ...pairs];
}

function fieldDifferences(subject: Difference['subject'], before: Fields, after: Fields): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field): readonly Difference[] => {
    const [was, now] = [before.get(field) ?? null, after.get(field) ?? null];
    if (was === null && now === null) return [];
    if (sameJson(was, now)) return [{ subject, change: 'same', field, was, now }];
    return [{ subject, change: was === null ? 'added' : now === null ? 'removed' : 'changed', field, was, now }];
  });
}
