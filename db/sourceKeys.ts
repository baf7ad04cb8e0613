/** Remembers which document became which order, so that a document that comes twice is taken once. */
import type { Database } from 'better-sqlite3';
import { prepared, preparedValue } from './statements.ts';

export type SourceKey = {
  /** The document's own id in the system it comes from; empty when it has none. */
  readonly sourceId: string;
  readonly contentHash: string;
};

export type KnownSource =
  /** The very same document was taken before. */
  | { readonly kind: 'same'; readonly orderId: string }
  /** A document of that id was taken before, with other content. */
  | { readonly kind: 'changed'; readonly orderId: string };

/** What is known of a document; undefined when it is new. Documents without an id are known by their content alone. */
export function findSource(db: Database, { sourceId, contentHash }: SourceKey): KnownSource | undefined {
  const same = preparedValue<string>(
    db,
    'SELECT order_id FROM source_key WHERE source_id = ? AND content_hash = ?',
  ).get(sourceId, contentHash);
  if (same !== undefined) return { kind: 'same', orderId: same };
  if (sourceId === '') return undefined;
  const other = preparedValue<string>(db, 'SELECT order_id FROM source_key WHERE source_id = ? LIMIT 1').get(sourceId);
  return other === undefined ? undefined : { kind: 'changed', orderId: other };
}

/** Must be called in the transaction that imports the order. */
export function keepSource(db: Database, { sourceId, contentHash }: SourceKey, orderId: string): void {
  prepared(db, 'INSERT INTO source_key (source_id, content_hash, order_id) VALUES (?, ?, ?)').run(
    sourceId,
    contentHash,
    orderId,
  );
}
