/** Tells whether another connection has written to the file since it was last asked. */
import type { Database } from 'better-sqlite3';
import { preparedValue } from './statements.ts';

/** A number that is another one after every commit of another connection; only equality means anything. */
export const dataVersion = (db: Database): number => preparedValue<number>(db, 'PRAGMA data_version').get() ?? 0;
