/** Imports the documents of one file: each gets its own result, and a bad one never stops or half-writes the others. */
import type { Database } from 'better-sqlite3';
import type { JobItem } from '../../../db/jobs.ts';
import { nextNumber } from '../../../db/numbers.ts';
import { findSource, keepSource } from '../../../db/sourceKeys.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Understood } from '../../domain/vocabulary/correction.ts';
import { orderNumber } from '../../domain/order/numbers.ts';
import type { Person } from '../../domain/people/permissions.ts';
import type { Execute } from '../commands/executor.ts';
import { documentKeys } from '../tmf641/documentKeys.ts';
import type { DocumentProblem } from '../tmf641/codes.ts';
import { textOf } from '../tmf641/reader.ts';
import { readServiceOrder } from '../tmf641/readServiceOrder.ts';
import type { SplitDocument } from '../tmf641/splitDocuments.ts';

export type ImportParts = {
  readonly db: Database;
  readonly execute: Execute;
  readonly newId: () => string;
  /** What a date without a zone means: `+00:00`. */
  readonly assumedZone: string;
};

export type ImportDetail = {
  readonly path: string;
  readonly orderNumber: string | null;
  readonly understood: readonly Understood[];
  readonly problems: readonly DetailProblem[];
};
type DetailProblem = { readonly path: string; readonly code: string; readonly facts: Readonly<Record<string, string>> };

export type ImportOutcome = 'imported' | 'duplicate' | 'refused';

/** Takes in one document, in the caller's transaction; gives what the job keeps of it. */
export function importDocument(
  { db, execute, newId, assumedZone }: ImportParts,
  { path, document, understood, problem }: SplitDocument,
  n: number,
  who: { readonly by: Person; readonly at: string },
): JobItem & { readonly outcome: ImportOutcome } {
  const item = (outcome: ImportOutcome, label: string, detail: Partial<ImportDetail>, orderId?: string) => ({
    n,
    label,
    outcome,
    ...(orderId === undefined ? {} : { orderId }),
    detail: { path, orderNumber: null, understood: [], problems: [], ...detail } as unknown as JsonValue,
  });
  if (problem !== undefined) return item('refused', '', { problems: [{ path, ...problem }] });
  const label = labelOf(document);
  const keys = documentKeys(document);
  const source = { sourceId: keys.sourceId ?? '', contentHash: keys.contentHash };
  const known = findSource(db, source);
  if (known !== undefined) {
    const code = known.kind === 'same' ? 'alreadyImported' : 'sameIdOtherContent';
    const problem = { path, code, facts: keys.sourceId === undefined ? {} : { id: keys.sourceId } };
    return item('duplicate', label, { problems: [problem] }, known.orderId);
  }
  const read = readServiceOrder(document, { assumedZone });
  if (!read.ok) return item('refused', label, { problems: read.error.map(problem => placed(problem, path)) });
  const orderId = newId();
  const number = orderNumber(nextNumber(db, 'order'));
  const notes = [...understood, ...read.value.understood];
  const { order } = read.value;
  const done = execute(
    orderId,
    newId(),
    { type: 'importOrder', orderId, number, order, document, understood: notes },
    who,
  );
  if (!done.ok) return item('refused', label, { problems: [{ path, code: done.error.code, facts: {} }] });
  keepSource(db, source, orderId);
  return item('imported', label, { orderNumber: number, understood: notes }, orderId);
}

/** Problems are found inside the document; people look for them in the file. */
const placed = ({ path: inside, code, facts }: DocumentProblem, path: string): DetailProblem => ({
  path: path + inside.slice(1),
  code,
  facts,
});

/** What a person knows the document by. */
function labelOf(document: JsonValue): string {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return '';
  const { externalId, id, description } = document as { readonly [key: string]: JsonValue };
  return (
    [externalId, id, description]
      .map(textOf)
      .find(text => text !== undefined)
      ?.slice(0, 200) ?? ''
  );
}
