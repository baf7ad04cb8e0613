/** Files on their way in, kept as numbered chunks of text until the job that reads them is done. */
import type { Database } from 'better-sqlite3';
import { prepared, preparedValue } from './statements.ts';

export type Upload = {
  readonly id: string;
  readonly fileName: string;
  readonly startedAt: string;
  readonly by: string;
  /** UTF-16 code units received so far. */
  readonly characters: number;
  readonly chunks: number;
};

type UploadRow = {
  id: string;
  file_name: string;
  started_at: string;
  by_id: string;
  characters: number;
  chunks: number;
};

export function startUpload(db: Database, upload: Pick<Upload, 'id' | 'fileName' | 'startedAt' | 'by'>): void {
  const sql = 'INSERT INTO upload (id, file_name, started_at, by_id) VALUES (?, ?, ?, ?)';
  prepared(db, sql).run(upload.id, upload.fileName, upload.startedAt, upload.by);
}

/**
 * Adds chunk `n`, counted from 0; a chunk sent again is taken once. Call it inside a transaction.
 * Gives false when the upload is not known or a chunk before this one is missing.
 */
export function addChunk(db: Database, id: string, n: number, text: string): boolean {
  const upload = findUpload(db, id);
  if (upload === undefined || n > upload.chunks || n < 0) return false;
  if (n < upload.chunks) return true;
  prepared(db, 'INSERT INTO upload_chunk (upload_id, n, text) VALUES (?, ?, ?)').run(id, n, text);
  prepared(db, 'UPDATE upload SET chunks = chunks + 1, characters = characters + ? WHERE id = ?').run(text.length, id);
  return true;
}

export function findUpload(db: Database, id: string): Upload | undefined {
  const sql = 'SELECT id, file_name, started_at, by_id, characters, chunks FROM upload WHERE id = ?';
  const row = prepared<UploadRow>(db, sql).get(id);
  if (row === undefined) return undefined;
  const { file_name: fileName, started_at: startedAt, by_id: by, characters, chunks } = row;
  return { id, fileName, startedAt, by, characters, chunks };
}

/** The text received so far, chunk by chunk; writing between two chunks is allowed. */
export function* readChunks(db: Database, id: string): Generator<string> {
  const chunk = preparedValue<string>(db, 'SELECT text FROM upload_chunk WHERE upload_id = ? AND n = ?');
  for (let n = 0; ; n += 1) {
    const text = chunk.get(id, n);
    if (text === undefined) return;
    yield text;
  }
}

export const readUpload = (db: Database, id: string): string => [...readChunks(db, id)].join('');

export function removeUpload(db: Database, id: string): void {
  prepared(db, 'DELETE FROM upload WHERE id = ?').run(id);
}

/** Drops what no running job reads: files whose sending was broken off, and those of jobs that failed or were canceled. */
export function removeAbandonedUploads(db: Database): void {
  const needed = "SELECT upload_id FROM job WHERE state = 'running' AND upload_id IS NOT NULL";
  prepared(db, `DELETE FROM upload WHERE id NOT IN (${needed})`).run();
}
