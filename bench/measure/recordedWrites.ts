/** Writes down every statement that changes a database together with its values, so that the same rows can be written by prepared statements alone. */
import type { Database, Statement } from 'better-sqlite3';

type Write = { readonly sql: string; readonly cells: readonly unknown[]; readonly gives: boolean };

/** The writes of one transaction, in order. */
export type Writes = readonly Write[];

export type Recorder = {
  /** Watch a connection before anything is prepared on it. */
  readonly watch: (db: Database) => void;
  /** What `work` wrote. */
  readonly record: (work: () => void) => Writes;
};

export function createRecorder(): Recorder {
  let writes: Write[] | null = null;
  return {
    watch: db => {
      const prepare = db.prepare.bind(db);
      const watched = (sql: string): Statement => {
        const statement = prepare(sql);
        if (statement.readonly) return statement;
        const run = statement.run.bind(statement);
        const get = statement.get.bind(statement);
        statement.run = (...cells: unknown[]) => {
          writes?.push({ sql, cells, gives: false });
          return run(...cells);
        };
        statement.get = (...cells: unknown[]) => {
          writes?.push({ sql, cells, gives: true });
          return get(...cells);
        };
        return statement;
      };
      db.prepare = watched as typeof db.prepare;
    },
    record: work => {
      const written: Write[] = [];
      writes = written;
      work();
      writes = null;
      return written;
    },
  };
}

/** Gives a function that writes recorded rows in one durable transaction, with every statement prepared beforehand. */
export function rawWriter(db: Database, all: readonly Writes[]): (writes: Writes) => void {
  const statements = new Map<string, Statement>();
  for (const { sql } of all.flat()) if (!statements.has(sql)) statements.set(sql, db.prepare(sql));
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  return writes => {
    begin.run();
    for (const { sql, cells, gives } of writes) {
      const statement = statements.get(sql) as Statement;
      if (gives) statement.get(...cells);
      else statement.run(...cells);
    }
    commit.run();
  };
}
