/** Finds the events of an order that may tell something of one of its parts, without parsing any (features U1). */
import type { Database } from 'better-sqlite3';
import type { EventType } from '../../main/domain/order/events.ts';
import type { SubjectId } from '../../main/domain/vocabulary/node.ts';
import { preparedValue } from '../statements.ts';

/** What these tell may be about parts that the event does not name: they are told by comparing the order before with the order after. */
const comparing = [
  'PriorityComputed',
  'TargetsReconsidered',
  'RevisionRequested',
  'RevisionApproved',
  'RevisionRejected',
  'OrderResumed',
  'ActionUndone',
] as const satisfies EventType[];

/** These tell something of the order itself, and of nothing else. */
const ofOrderOnly = [
  'OrderImported',
  'OrderApproved',
  'OrderRejected',
  'OrderReopened',
  'OrderSubmitted',
  'OrderEndorsed',
  'OrderDecomposed',
  'StartPlanned',
  'OrderStarted',
  'OrderCompleted',
  'OrderCanceled',
] as const satisfies EventType[];

/** And these of whatever they name, the order or a part. */
const ofEither = ['OrderCorrected', 'NoteAdded'] as const satisfies EventType[];

const oneOf = (types: readonly EventType[]): string => `type IN (${types.map(type => `'${type}'`).join(', ')})`;

const OF_ORDER = oneOf([...comparing, ...ofOrderOnly, ...ofEither]);
/** Every other event names the part by its number; a plain search is quick to tell most of those that do not. */
const OF_PART = `(${oneOf(comparing)} OR (NOT ${oneOf([...ofOrderOnly, 'InventoryPlanned'])} AND instr(data, ?) > 0 AND data GLOB ?))`;
const NOTES = oneOf(['NoteAdded']);
/** Items are numbered by their place in the event that plans them. */
const OF_ITEM = `(type = 'InventoryPlanned' OR ${OF_PART})`;

const select = (about: string): string => `
  SELECT version FROM event WHERE order_id = ? AND version <= ? AND ${about} ORDER BY version DESC LIMIT ?`;

/**
 * Versions of the newest events up to one of them, newest first; without a subject of all events, or of nothing but notes. Those left out tell
 * nothing of the subject, of those given some may not either.
 */
export function listVersionsAbout(
  db: Database,
  orderId: string,
  { subject, only }: { readonly subject?: SubjectId | undefined; readonly only?: 'notes' | undefined },
  upTo: number,
  limit: number,
): readonly number[] {
  const last = Math.min(upTo, Number.MAX_SAFE_INTEGER);
  const list = (about: string, ...cells: readonly string[]): number[] =>
    preparedValue<number>(db, select(about)).all(orderId, last, ...cells, limit);
  if (only === 'notes') return list(NOTES);
  if (subject === undefined) return list('true');
  if (subject === 'order') return list(OF_ORDER);
  const number = subject.slice(1);
  return list(subject.startsWith('I') ? OF_ITEM : OF_PART, number, `*[^0-9]${number}[^0-9]*`);
}
