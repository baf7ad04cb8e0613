/** Answers every question of the window on a read-only connection; it never changes anything. */
import type { Database } from 'better-sqlite3';
import { latestCatalogVersion } from '../../db/catalogs.ts';
import { isDamaged } from '../../db/health.ts';
import { findDemoJob } from '../../db/jobs.ts';
import { openOrderHistory } from '../../db/orderHistory.ts';
import { listPeople, listTeams } from '../../db/people.ts';
import { queueCounts } from '../../db/queries/counts.ts';
import { countLateOrders } from '../../db/queries/jeopardy.ts';
import { findByText } from '../../db/queries/findByText.ts';
import { findSourceDocument } from '../../db/queries/sourceDocument.ts';
import { findSetting } from '../../db/settings.ts';
import type { Refusal } from '../../preload/contract/refusal.ts';
import { falloutTypes, rejectionReasons, resolutionCodes, rootCauses } from '../domain/order/codes.ts';
import type { Order } from '../domain/order/order.ts';
import { falloutNumber, taskNumber } from '../domain/order/numbers.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { findRow } from '../domain/table.ts';
import { batchQueries } from './batch/batchQueries.ts';
import { recentBatches } from './batch/recentBatches.ts';
import { stepQueries } from './batch/stepQueries.ts';
import { openCatalogShelf } from './catalogShelf.ts';
import { surroundings } from './commands/surroundings.ts';
import { endOfMinute } from './endOfMinute.ts';
import { permissionsNow } from './policy/permissionsNow.ts';
import { openPlanShelf } from './planShelf.ts';
import { policyQueries } from './policy/policyQueries.ts';
import { breakdownQueries } from './queries/breakdownQueries.ts';
import { historyQueries } from './queries/historyQueries.ts';
import { jobQueries } from './queries/jobQueries.ts';
import { found, lineViewer, pageLines, viewOrder } from './queries/orderQueries.ts';
import { nobody, pageActivity, pageFallouts, pageOrders, pageTasks, viewFound } from './queries/pages.ts';
import { describeSpecification, findSpecifications } from './queries/specifications.ts';
import { outlookQueries } from './queries/outlookQueries.ts';
import { planQueries } from './queries/planQueries.ts';
import { revisionQueries } from './queries/revisionQueries.ts';
import { subjectName } from '../domain/order/subjectName.ts';
import { viewFallout, viewTask } from './queries/taskQueries.ts';
import { findSitting } from './session.ts';
import type { Handlers, ReaderCall } from './sides.ts';
import { exportableOf } from './tmf641/exportableOrder.ts';
import { writeServiceOrder } from './tmf641/writeServiceOrder.ts';

export type ReaderParts = {
  readonly db: Database;
  /** ISO-8601 UTC. */
  readonly now: () => string;
  readonly appVersion: string;
  readonly folder: string;
  readonly assumedZone: string;
};

export function readerHandlers({ db, now, appVersion, folder, assumedZone }: ReaderParts): Handlers<ReaderCall> {
  const orders = openOrderHistory(db);
  const catalogs = openCatalogShelf(db);
  const load = (orderId: string): Result<Order, Refusal> => found(orders.load(orderId), orderId);
  const onOrder = <T>(orderId: string, view: (order: Order) => Result<T, Refusal>): Result<T, Refusal> => {
    const order = load(orderId);
    return order.ok ? view(order.value) : order;
  };
  const plans = openPlanShelf({ db, orders, catalogs, now });

  return {
    'workspace.status': () => {
      const person = findSitting(db);
      const demoJob = findDemoJob(db);
      const version = latestCatalogVersion(db);
      const { label, specifications } = catalogs.current().catalog;
      return ok({
        firstRun: person === undefined,
        demoJob: demoJob?.state === 'running' ? demoJob.id : null,
        demo: findSetting(db, 'workspace.demo') === true,
        damaged: isDamaged(db),
        appVersion,
        folder,
        person: person === undefined ? null : { ...mutable(person), ...permissionsNow(db, person, now()) },
        people: listPeople(db).map(mutable),
        teams: listTeams(db).map(team => ({ ...team })),
        catalog: version === 0 ? null : { version, label, specifications: specifications.length },
      });
    },
    'counts.get': () => {
      const person = findSitting(db);
      const counts = queueCounts(db, person?.id ?? nobody, person?.groups ?? []);
      return ok({
        approvals: counts.orders.new,
        rejected: counts.orders.rejected,
        drafts: counts.orders.draft,
        changes: counts.orders.revisionInProgress + counts.orders.assessingCancellation,
        ordersInProgress: counts.orders.inProgress,
        ordersInJeopardy: countLateOrders(db, endOfMinute(now())),
        orders: Object.values(counts.orders).reduce((sum, n) => sum + n, 0),
        tasksMine: counts.tasks.mine,
        tasksGroup: counts.tasks.group,
        tasksUnassigned: counts.tasks.unassigned,
        tasksEscalated: counts.tasks.escalated,
        tasksOpen: counts.tasks.open,
        falloutsOpen: counts.fallouts.open,
        falloutsMine: counts.fallouts.mine,
      });
    },
    'orders.page': input => ok(pageOrders(db, input, endOfMinute(now()))),
    'order.get': ({ orderId }) =>
      onOrder(orderId, order => {
        const understood = findSourceDocument(db, orderId)?.understood ?? [];
        const around = surroundings(db, orderId, orders.load);
        return ok(viewOrder(plans.now(order), { ...around, catalog: catalogs.of(order), understood, at: now() }));
      }),
    'order.lines': ({ orderId, after, limit }) =>
      onOrder(orderId, order => {
        const { rows, ...rest } = pageLines(order, after, limit);
        return ok({ rows: rows.map(lineViewer(plans.now(order), catalogs.of(order))), ...rest });
      }),
    'order.activity': input =>
      onOrder(input.orderId, order => ok(pageActivity(db, orders, input, subject => subjectName(order, subject)))),
    'order.export': ({ orderId }) =>
      onOrder(orderId, order => {
        const document = findSourceDocument(db, orderId)?.document ?? {};
        const text = JSON.stringify(writeServiceOrder(exportableOf(order), document, { assumedZone }), null, 2);
        return ok({ fileName: `${order.number}.tmf641.json`, text });
      }),
    'search.find': ({ text, limit }) => ok({ results: findByText(db, text, limit).map(viewFound) }),
    'specifications.find': ({ text, orderId, limit }) => {
      const catalog = orderId === undefined ? catalogs.current() : catalogs.of(orders.load(orderId));
      return ok({ specifications: findSpecifications(catalog, text, limit) });
    },
    'specification.get': ({ orderId, specification }) =>
      onOrder(orderId, order => {
        const described = describeSpecification(catalogs.of(order), specification);
        return described === undefined
          ? err({ code: 'NotFound', subject: 'specification', id: specification })
          : ok(described);
      }),
    'codes.get': () =>
      ok({
        rejectionReasons: [...rejectionReasons],
        falloutTypes: [...falloutTypes],
        rootCauses: [...rootCauses],
        resolutionCodes: [...resolutionCodes],
      }),
    'tasks.page': input => ok(pageTasks(db, findSitting(db), input)),
    'task.get': ({ orderId, task: number }) =>
      onOrder(orderId, order => {
        const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, number);
        const id = taskNumber(order, number);
        return task === undefined
          ? err({ code: 'NotFound', subject: 'task', id })
          : ok(viewTask(plans.now(order), task));
      }),
    'fallouts.page': input => ok(pageFallouts(db, findSitting(db), input)),
    'fallout.get': ({ orderId, fallout: number }) =>
      onOrder(orderId, order => {
        const fallout = findRow(order.fallouts, number);
        const id = falloutNumber(order, number);
        return fallout === undefined
          ? err({ code: 'NotFound', subject: 'fallout', id })
          : ok(viewFallout(plans.now(order), fallout));
      }),
    ...planQueries(db, plans),
    ...breakdownQueries(plans, catalogs),
    ...outlookQueries({ db, load: orders.load, plans, now }),
    ...revisionQueries({
      load,
      catalogOf: catalogs.of,
      around: orderId => surroundings(db, orderId, orders.load),
      now,
    }),
    ...jobQueries(db),
    ...policyQueries(db),
    ...recentBatches(db),
    ...batchQueries({ db, load: orders.load, catalogs, now }),
    ...stepQueries({ db, load: orders.load, catalogs, plans, now }),
    ...historyQueries(db, orders),
  };
}

const mutable = (person: ReturnType<typeof listPeople>[number]) => ({
  ...person,
  roles: [...person.roles],
  groups: [...person.groups],
});
