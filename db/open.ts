/** Opens a workspace file for writing or for reading, with every setting that durability depends on set each time. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { CannotOpenError, OldRuntimeError, storeError } from './errors.ts';

export type OpenOptions = {
  /** How long a statement waits for another connection's lock, in milliseconds. */
  readonly busyTimeoutMs?: number;
};

const BUSY_TIMEOUT_MS = 5_000;
/** The native module calls functions of Node-API 10; an older Node would end the process without a word. */
const NODE_API = 10;

// The library is built so that a WAL file falls back to synchronous=NORMAL after its first transaction: FULL is asked for on every open.
const writerPragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'wal_autocheckpoint = 10000',
  'journal_size_limit = 67108864',
  'foreign_keys = ON',
  'temp_store = MEMORY',
  'cache_size = -65536',
  'trusted_schema = OFF',
  'cell_size_check = ON',
];
const readerPragmas = [
  'query_only = ON',
  'temp_store = MEMORY',
  'cache_size = -65536',
  'trusted_schema = OFF',
  'cell_size_check = ON',
];

/** Throws OldRuntimeError when the running Node cannot carry the native module. */
export function assertRuntime(
  file: string,
  versions: Pick<NodeJS.ProcessVersions, 'modules' | 'node'> & { napi?: string } = process.versions,
): void {
  if (Number(versions.napi ?? 0) < NODE_API) throw new OldRuntimeError(file, versions.node);
}

/** The one connection that writes. Creates the file when it is missing, never its folder. Throws a StoreError. */
export function openWriter(file: string, options: OpenOptions = {}): Database.Database {
  return open(file, writerPragmas, { timeout: options.busyTimeoutMs ?? BUSY_TIMEOUT_MS });
}

/** A connection that can only read. The file must exist. Throws a StoreError. */
export function openReader(file: string, options: OpenOptions = {}): Database.Database {
  return open(file, readerPragmas, {
    readonly: true,
    fileMustExist: true,
    timeout: options.busyTimeoutMs ?? BUSY_TIMEOUT_MS,
  });
}

function open(file: string, pragmas: readonly string[], options: Database.Options): Database.Database {
  assertRuntime(file);
  if (file !== ':memory:' && !existsSync(dirname(file))) throw new CannotOpenError(file, 'its folder is missing');
  let db: Database.Database | undefined;
  try {
    db = new Database(file, options);
    for (const pragma of pragmas) db.pragma(pragma);
    // The header is read here, so that a file of another kind is told apart before anything is done with it.
    db.pragma('schema_version');
    return db;
  } catch (error) {
    db?.close();
    throw storeError(error, file);
  }
}
