/** The application over one workspace file, in the calling thread: opens, migrates, rebuilds, answers. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { beginSession, endSession, isDamaged, keepDamage } from '../../db/health.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/list.ts';
import { openReader, openWriter } from '../../db/open.ts';
import { projections } from '../../db/projections/list.ts';
import { listActiveServices } from '../../db/queries/activeServices.ts';
import { listLatestOrders } from '../../db/queries/latestOrders.ts';
import type { CountFailedChecks } from '../../db/projections/projection.ts';
import { openReadModels } from '../../db/projections/readModels.ts';
import { rebuildReadModels } from '../../db/projections/rebuild.ts';
import { snapshot, transaction } from '../../db/transaction.ts';
import { removeAbandonedUploads } from '../../db/uploads.ts';
import type { Notice, ServingDesk } from '../../preload/contract/bridge.ts';
import { readReply } from '../../preload/contract/replyText.ts';
import { checkOrder } from '../domain/order/checks.ts';
import { openCatalogShelf } from './catalogShelf.ts';
import { openOrderCache } from './orderCache.ts';
import { readerHandlers } from './readerSide.ts';
import { serveCalls, type Serve } from './serve.ts';
import { sideOf } from './sides.ts';
import type { Schedule } from './wakes.ts';
import { LARGEST_ORDER, MOST_ORDERS, warmUp } from './warmUp.ts';
import { openWriterSide } from './writerSide.ts';
import { replyText } from './written.ts';

export type AppOptions = {
  readonly workspaceDir: string;
  readonly samplesDir: string;
  readonly appVersion: string;
  /** ISO-8601 UTC. */
  readonly now: () => string;
  /** UUIDv7. */
  readonly newId: () => string;
  readonly log: (line: string) => void;
  /** Absent: work that waits for a moment goes on at the start, and when it is asked to. */
  readonly schedule?: Schedule;
};

/** What a date without a zone means; a policy of the workspace once there are several. */
const assumedZone = '+00:00';

export const workspaceFile = (workspaceDir: string): string => join(workspaceDir, 'workspace.db');

export type Writer = {
  readonly serve: Serve;
  /** Resolves when no job is running. */
  readonly idle: () => Promise<void>;
  /** Has everything go on that waited for a moment which has come. */
  readonly passDue: () => void;
  /** The last session was killed, or damage was found before: somebody should look through the whole file. */
  readonly needsCheck: boolean;
  /** What looking through the file has found; nothing is a sound file. */
  readonly noteCheck: (found: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

/** The side that changes things. Throws a StoreError, in words for the person, when the file cannot be opened. */
export function openWriterApp(options: AppOptions, tell: (notice: Notice) => void): Writer {
  const { workspaceDir, now, log } = options;
  const db = openMigrated(workspaceFile(workspaceDir));
  const { unclean } = transaction(db, () => {
    removeAbandonedUploads(db);
    return beginSession(db, now());
  });
  if (unclean) log('The last session did not end cleanly; everything acknowledged is here.');
  const catalogs = openCatalogShelf(db);
  const findInventory = (account: string, specification: string) => listActiveServices(db, account, specification);
  const countFailedChecks: CountFailedChecks = (order, onLookup) => {
    const lookingUp: typeof findInventory = (account, specification) => {
      onLookup?.(account, specification);
      return findInventory(account, specification);
    };
    const checks = checkOrder(order, catalogs.current(), now(), { findInventory: lookingUp });
    return checks.filter(({ passed }) => !passed).length;
  };
  rebuildReadModels(db, projections, {
    countFailedChecks,
    onProgress: ({ done, total }) => {
      if (total > 0) log(`Rebuilding what is shown: ${done} of ${total} events`);
    },
  });
  const report = reportTo(log);
  const { handlers, jobs, wakes, resume } = openWriterSide({
    ...options,
    db,
    models: openReadModels(db, projections, { countFailedChecks }),
    catalogs,
    orders: openOrderCache(db),
    device: hostname(),
    assumedZone,
    tell,
    report,
  });
  resume();
  const noteCheck = (found: readonly string[]): void => {
    log(found.length === 0 ? 'The workspace file is sound.' : `The workspace file is damaged: ${found.join('; ')}`);
    try {
      transaction(db, () => keepDamage(db, found, now()));
      tell({ name: 'workspace.changed', body: {} });
    } catch (error) {
      // Where not even that can be written, the log has said it.
      report(error, 'noteCheck');
    }
  };
  return {
    serve: serveCalls(handlers, report),
    idle: jobs.idle,
    passDue: wakes.passDue,
    needsCheck: unclean || isDamaged(db),
    noteCheck,
    close: async () => {
      jobs.stop();
      wakes.stop();
      await jobs.idle();
      endSession(db);
      db.close();
    },
  };
}

/** A file that this build cannot take is left as it was found, and closed. */
function openMigrated(file: string): Database {
  const db = openWriter(file);
  try {
    migrate(db, migrations);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The side that answers questions; the file must have been opened for writing before. */
export function openReaderApp({ workspaceDir, now, appVersion, log }: AppOptions): {
  readonly serve: Serve;
  /** Looks at some orders before anybody asks, for as long as this is open. */
  readonly warmUp: (schedule: Schedule) => void;
  readonly close: () => void;
} {
  const db = openReader(workspaceFile(workspaceDir));
  const handlers = readerHandlers({ db, now, appVersion, folder: workspaceDir, assumedZone });
  const serve = serveCalls(handlers, reportTo(log), work => snapshot(db, work));
  let callOff = (): void => undefined;
  return {
    serve,
    warmUp: schedule => {
      callOff = warmUp(serve, () => listLatestOrders(db, MOST_ORDERS, LARGEST_ORDER), schedule);
    },
    close: () => {
      callOff();
      db.close();
    },
  };
}

/** Both sides in one thread, for tests and tools; the shells use `openDesk`. */
export function createApp(options: AppOptions): ServingDesk & Pick<Writer, 'idle' | 'passDue'> {
  const listeners = new Set<(notice: Notice) => void>();
  const writer = openWriterApp(options, notice => {
    for (const listener of listeners) listener(notice);
  });
  const reader = openReaderApp(options);
  const answer = (name: string, input: unknown): string =>
    replyText((sideOf(name) === 'writer' ? writer : reader).serve(name, input));
  return {
    answer: (name, input) => Promise.resolve(answer(name, input)),
    serve: (name, input) => Promise.resolve(readReply(answer(name, input))),
    subscribe: listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    idle: writer.idle,
    passDue: writer.passDue,
    close: async () => {
      await writer.close();
      reader.close();
    },
  };
}

const reportTo =
  (log: (line: string) => void) =>
  (bug: unknown, where: string): void =>
    log(`${where}: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`);
