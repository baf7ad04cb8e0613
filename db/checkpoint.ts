/** Moves what was committed from the write-ahead log into the workspace file, so that no commit has to wait for it. */
import type { Database } from 'better-sqlite3';

/** As many pages waiting are worth a checkpoint even while work goes on. */
const STEP_PAGES = 1_000;
/** Past this length (64 MB) the log is cut back even if a commit has to wait for it: opening after a crash reads all of it. */
const LIMIT_PAGES = 16_384;

export type Checkpointed = 'nothing' | 'passive' | 'truncated';

export type Checkpoints = {
  /** One look at the log: a checkpoint when enough pages wait, or when some wait and nothing was added since the last look. */
  readonly look: () => Checkpointed;
  /** Moves everything and empties the log; what a reader still holds back stays for the next open. */
  readonly finish: () => void;
};

type LogState = { readonly busy: number; readonly log: number; readonly checkpointed: number };

/** `db` is a connection of its own to the file that another connection writes. */
export function openCheckpoints(db: Database): Checkpoints {
  const run = (mode: 'NOOP' | 'PASSIVE' | 'TRUNCATE'): LogState =>
    (db.pragma(`wal_checkpoint(${mode})`) as [LogState])[0];
  let seen = 0;
  return {
    look: () => {
      const { log, checkpointed } = run('NOOP');
      const waiting = log - checkpointed;
      const idle = log === seen;
      seen = log;
      if (log > LIMIT_PAGES) {
        run('TRUNCATE');
        return 'truncated';
      }
      if (waiting < STEP_PAGES && !(idle && waiting > 0)) return 'nothing';
      run('PASSIVE');
      return 'passive';
    },
    finish: () => {
      run('TRUNCATE');
    },
  };
}
