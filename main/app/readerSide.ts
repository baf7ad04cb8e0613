/** Answers every question of the window on a read-only connection; it never changes anything. */
import type { Database } from 'better-sqlite3';
import { latestCatalogVersion } from '../../db/catalogs.ts';
import { findDemoJob } from '../../db/jobs.ts';
import { listPeople, listTeams } from '../../db/people.ts';
import { queueCounts } from '../../db/queries/counts.ts';
import { findByText } from '../../db/queries/findByText.ts';
import { findSourceDocument } from '../../db/queries/sourceDocument.ts';
import { findSetting } from '../../db/settings.ts';
import type { Refusal } from '../../preload/contract/refusal.ts';
import { falloutTypes, rejectionReasons, resolutionCodes, rootCauses } from '../domain/order/codes.ts';
import type { Order } from '../domain/order/order.ts';
import { falloutNumber, taskNumber } from '../domain/order/numbers.ts';
import { previewApproval } from '../domain/order/preview.ts';
import { permissionsOf } from '../domain/people/permissions.ts';
import { hasPart, viewPlan, type PlanKey, type PlanView } from '../domain/plan/planView.ts';
import { planGraph, planTree } from '../domain/plan/planTree.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { findRow } from '../domain/table.ts';
import { openCatalogShelf } from './catalogShelf.ts';
import { openOrderCache } from './orderCache.ts';
import { breakdownOf } from './queries/breakdown.ts';
import { jobQueries } from './queries/jobQueries.ts';
import { found, pageLines, viewLine, viewOrder } from './queries/orderQueries.ts';
import { nobody, pageActivity, pageFallouts, pageOrders, pageTasks, viewFound } from './queries/pages.ts';
import { findSpecifications } from './queries/specifications.ts';
import { subjectName } from './queries/subjectName.ts';
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
  const orders = openOrderCache(db);
  const catalogs = openCatalogShelf(db);
  const load = (orderId: string): Result<Order, Refusal> => found(orders.load(orderId), orderId);
  const onOrder = <T>(orderId: string, view: (order: Order) => Result<T, Refusal>): Result<T, Refusal> => {
    const order = load(orderId);
    return order.ok ? view(order.value) : order;
  };
  const plans = new WeakMap<Order, PlanView>();
  const planOf = (order: Order): PlanView => {
    const view = plans.get(order) ?? viewPlan(order);
    plans.set(order, view);
    return view;
  };
  /** A New order as approval would leave it, when asked so; looked at and forgotten. */
  const ahead = (order: Order, asApproved: boolean | undefined): Result<Order, Refusal> =>
    asApproved === true && order.state === 'new' ? previewApproval(order, catalogs.of(order), now()) : ok(order);
  const onPart = <T>(
    { orderId, root: key, asApproved }: { orderId: string; root: string; asApproved?: boolean | undefined },
    view: (plan: PlanView, key: PlanKey) => T,
  ): Result<T, Refusal> =>
    onOrder(orderId, found => {
      const seen = ahead(found, asApproved);
      if (!seen.ok) return seen;
      const order = seen.value;
      const plan = planOf(order);
      return hasPart(plan, key) ? ok(view(plan, key)) : err({ code: 'NotFound', subject: 'domainOrder', id: key });
    });

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
        appVersion,
        folder,
        person: person === undefined ? null : { ...mutable(person), permissions: [...permissionsOf(person)] },
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
        ordersInProgress: counts.orders.inProgress,
        orders: Object.values(counts.orders).reduce((sum, n) => sum + n, 0),
        tasksMine: counts.tasks.mine,
        tasksGroup: counts.tasks.group,
        tasksUnassigned: counts.tasks.unassigned,
        tasksOpen: counts.tasks.open,
        falloutsOpen: counts.fallouts.open,
        falloutsMine: counts.fallouts.mine,
      });
    },
    'orders.page': input => ok(pageOrders(db, input)),
    'order.get': ({ orderId }) =>
      onOrder(orderId, order => {
        const understood = findSourceDocument(db, orderId)?.understood ?? [];
        return ok(viewOrder(order, catalogs.of(order), understood, now()));
      }),
    'order.lines': ({ orderId, after, limit }) =>
      onOrder(orderId, order => {
        const { rows, ...rest } = pageLines(order, after, limit);
        return ok({ rows: rows.map(line => viewLine(order, line, catalogs.of(order))), ...rest });
      }),
    'order.breakdown': ({ orderId, after, limit, asApproved }) =>
      onOrder(orderId, found => {
        const seen = ahead(found, asApproved);
        if (!seen.ok) return seen;
        const order = seen.value;
        const catalog = catalogs.of(order);
        const entries = breakdownOf(order, catalog);
        const { rows, ...rest } = pageLines(order, after, limit);
        return ok({
          rows: rows.map(line => ({ line: viewLine(order, line, catalog), entries: entries(line) })),
          ...rest,
        });
      }),
    'order.activity': input =>
      onOrder(input.orderId, order => ok(pageActivity(db, input, subject => subjectName(order, subject)))),
    'order.export': ({ orderId }) =>
      onOrder(orderId, order => {
        const document = findSourceDocument(db, orderId)?.document ?? {};
        const text = JSON.stringify(writeServiceOrder(exportableOf(order), document, { assumedZone }), null, 2);
        return ok({ fileName: `${order.number}.tmf641.json`, text });
      }),
    'search.find': ({ text, limit }) => ok({ results: findByText(db, text, limit).map(viewFound) }),
    'specifications.find': ({ text, limit }) =>
      ok({ specifications: findSpecifications(catalogs.current(), text, limit) }),
    'codes.get': () =>
      ok({
        rejectionReasons: [...rejectionReasons],
        falloutTypes: [...falloutTypes],
        rootCauses: [...rootCauses],
        resolutionCodes: [...resolutionCodes],
      }),
    'plan.tree': ({ after, limit, ...part }) =>
      onPart(part, (plan, key) => {
        const tree = planTree(plan, key, after as PlanKey | null, limit);
        return { version: plan.order.version, nodes: tree.nodes.map(unfrozen), next: tree.next };
      }),
    'plan.graph': part =>
      onPart(part, (plan, key) => {
        const { nodes, edges, folded } = planGraph(plan, key);
        return { nodes: nodes.map(unfrozen), edges: [...edges], folded };
      }),
    'tasks.page': input => ok(pageTasks(db, findSitting(db), input)),
    'task.get': ({ orderId, task: number }) =>
      onOrder(orderId, order => {
        const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, number);
        const id = taskNumber(order, number);
        return task === undefined ? err({ code: 'NotFound', subject: 'task', id }) : ok(viewTask(planOf(order), task));
      }),
    'fallouts.page': input => ok(pageFallouts(db, findSitting(db), input)),
    'fallout.get': ({ orderId, fallout: number }) =>
      onOrder(orderId, order => {
        const fallout = findRow(order.fallouts, number);
        const id = falloutNumber(order, number);
        return fallout === undefined
          ? err({ code: 'NotFound', subject: 'fallout', id })
          : ok(viewFallout(planOf(order), fallout));
      }),
    ...jobQueries(db),
  };
}

const mutable = (person: ReturnType<typeof listPeople>[number]) => ({
  ...person,
  roles: [...person.roles],
  groups: [...person.groups],
});

/** The contract's arrays are mutable by type; nothing is copied deeper than it must be. */
const unfrozen = (node: ReturnType<typeof planTree>['nodes'][number]) => ({
  ...node,
  waiting: node.waiting === null ? null : { ...node.waiting, on: [...node.waiting.on] },
  predecessors: [...node.predecessors],
  successors: [...node.successors],
});
