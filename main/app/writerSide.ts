/** Everything that changes something: commands on orders, the session, uploads and the jobs that import them. One writer, one connection. */
import type { Database } from 'better-sqlite3';
import { countOutcomes, findDemoJob, findJob } from '../../db/jobs.ts';
import { findPerson, listPeople, putPerson } from '../../db/people.ts';
import type { ReadModels } from '../../db/projections/readModels.ts';
import { transaction } from '../../db/transaction.ts';
import type { Notice } from '../../preload/contract/bridge.ts';
import { roles } from '../domain/people/permissions.ts';
import { err, ok } from '../domain/result.ts';
import { approveWork } from './batch/approveWork.ts';
import { batchCommands } from './batch/batchCommands.ts';
import { dismissals } from './batch/recentBatches.ts';
import { stepsWork } from './batch/stepsWork.ts';
import { undoWork } from './batch/undoWork.ts';
import type { CatalogShelf } from './catalogShelf.ts';
import { createExecutor, type Execute } from './commands/executor.ts';
import { orderCommands } from './commands/orderCommands.ts';
import type { Run } from './commands/run.ts';
import { createReleases } from './commands/releases.ts';
import { revisionCommands } from './commands/revisionCommands.ts';
import { waitCommands } from './commands/waitCommands.ts';
import { createHandingOut } from './handingOut.ts';
import { demoWork } from './demo/demoWork.ts';
import { intakeCommands } from './intake/intakeCommands.ts';
import { catalogWork, ordersWork } from './intake/importWorks.ts';
import { createJobs, type Jobs } from './intake/jobs.ts';
import { noticeOfOrders } from './notices.ts';
import type { OrderCache } from './orderCache.ts';
import { policyCommands } from './policy/policyCommands.ts';
import { viewJob } from './queries/jobQueries.ts';
import { findSitting, sitDown } from './session.ts';
import type { Handlers, WriterCall } from './sides.ts';
import { createWakes, type Schedule, type Wakes } from './wakes.ts';

export type WriterParts = {
  readonly db: Database;
  readonly models: ReadModels;
  readonly catalogs: CatalogShelf;
  readonly orders: OrderCache;
  /** ISO-8601 UTC. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly device: string;
  readonly assumedZone: string;
  /** Where the shipped samples lie; the demo workspace is made from them. */
  readonly samplesDir: string;
  readonly tell: (notice: Notice) => void;
  readonly report: (bug: unknown, where: string) => void;
  readonly schedule?: Schedule;
};

export type WriterSide = {
  readonly handlers: Handlers<WriterCall>;
  readonly jobs: Jobs;
  readonly wakes: Pick<Wakes, 'passDue' | 'stop'>;
  /** Takes up what was under way when the desk was last stopped, and what came due since. */
  readonly resume: () => void;
};

export function openWriterSide(parts: WriterParts): WriterSide {
  const { db, models, catalogs, orders, now, newId, tell, report } = parts;
  const onMoved = (orderIds: readonly string[]): void => tell(noticeOfOrders(orderIds));
  const releases = createReleases({
    ...parts,
    load: orders.load,
    execute: createExecutor({ ...parts, onRenewed: onMoved }),
    onReleased: onMoved,
  });
  const waking = { ...parts, execute: releases.execute, onWoken: onMoved };
  const wakes = createWakes(waking);
  const handingOut = createHandingOut(waking);
  const execute: Execute = (orderId, commandId, command, who) => {
    const done = releases.execute(orderId, commandId, command, who);
    if (done.ok) wakes.look();
    return done;
  };
  const importing = { ...parts, execute };
  const jobs = createJobs({
    db,
    now,
    report,
    works: {
      orders: ordersWork(importing),
      catalog: catalogWork({ ...importing, models, catalogs, orders }),
      demo: demoWork(importing),
      approve: approveWork(importing),
      steps: stepsWork(importing),
      undoSteps: undoWork(importing),
    },
    onBroken: orders.clear,
    onChange: (jobId, orderIds) => {
      const job = findJob(db, jobId);
      if (job !== undefined) tell({ name: 'job.changed', body: { job: viewJob(job, countOutcomes(db, job.id)) } });
      if (orderIds.length > 0) tell(noticeOfOrders(orderIds));
      // A demo comes with its own people and policy, and with the work that they left.
      if (job?.kind === 'demo' && job.state === 'done') handingOut.settle();
      if (job !== undefined && job.state !== 'running') tell({ name: 'workspace.changed', body: {} });
    },
  });

  const run: Run = ({ orderId, commandId }, command) => {
    const by = findSitting(db);
    if (by === undefined) return err({ code: 'NobodyChosen' });
    const done = execute(orderId, commandId, command, { by, at: now() });
    if (done.ok) tell(noticeOfOrders([orderId]));
    return done;
  };

  const handlers: Handlers<WriterCall> = {
    ...orderCommands(run),
    ...waitCommands(db, orders.load, run),
    ...revisionCommands(orders.load, run),
    ...intakeCommands({ db, jobs, now, newId }),
    ...policyCommands({ db, tell, onChanged: handingOut.look }),
    ...batchCommands({ db, jobs, now }),
    ...dismissals(db),
    'workspace.loadDemo': () => {
      const earlier = findDemoJob(db);
      if (earlier !== undefined && earlier.state !== 'done') {
        if (earlier.state !== 'running') jobs.again(earlier.id);
        return ok({ jobId: earlier.id });
      }
      if (listPeople(db).length > 0) return err({ code: 'WorkspaceNotEmpty' });
      const jobId = newId();
      jobs.start({ id: jobId, kind: 'demo', label: 'demo', input: null, startedAt: now(), by: 'demo' });
      return ok({ jobId });
    },
    'workspace.startEmpty': ({ name }) => {
      if (listPeople(db).length > 0) return err({ code: 'WorkspaceNotEmpty' });
      const id = newId();
      transaction(db, () => {
        putPerson(db, { id, name, roles: [...roles], groups: [] });
        sitDown(db, id);
      });
      tell({ name: 'workspace.changed', body: {} });
      return ok({});
    },
    'session.choose': ({ personId }) => {
      if (findPerson(db, personId) === undefined) return err({ code: 'NotFound', subject: 'person', id: personId });
      transaction(db, () => sitDown(db, personId));
      tell({ name: 'workspace.changed', body: {} });
      return ok({});
    },
  };
  const resume = (): void => {
    jobs.resume();
    releases.catchUp();
    wakes.start();
    handingOut.look();
  };
  const moments: WriterSide['wakes'] = {
    passDue: () => {
      wakes.passDue();
      handingOut.finish();
    },
    stop: () => {
      wakes.stop();
      handingOut.stop();
    },
  };
  return { handlers, jobs, wakes: moments, resume };
}
