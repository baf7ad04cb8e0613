/** Tells the tasks of other orders that wait for a part that it has let go, and those that want one that it is there: after every command, and at the start for what a crash left untold (features O6). */
import type { Database } from 'better-sqlite3';
import { listMetWaits, listMetWaitsFor, type OutsideWait } from '../../../db/queries/outsideWaits.ts';
import { theDesk } from '../../domain/people/desk.ts';
import type { Order } from '../../domain/order/order.ts';
import { rowsOf } from '../../domain/table.ts';
import {
  findLastMoment,
  isAnythingWanted,
  listLatelyPlanned,
  listWantsFor,
  type Wanting,
} from '../../../db/queries/outsideWants.ts';
import type { Execute } from './executor.ts';
import type { LoadOrder } from './otherOrders.ts';

export type ReleaseParts = {
  readonly db: Database;
  readonly execute: Execute;
  readonly load: LoadOrder;
  /** ISO-8601 UTC. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly onReleased: (orderIds: readonly string[]) => void;
  readonly report: (bug: unknown, where: string) => void;
};

export type Releases = {
  /** As the executor's, and what waits in other orders for a part that ended goes on before the answer is given. */
  readonly execute: Execute;
  /** Goes on with what was not told when the desk was stopped. */
  readonly catchUp: () => void;
};

/** Events by which an order comes to have what others may want. */
const planning: ReadonlySet<string> = new Set(['OrderDecomposed', 'TargetsReconsidered', 'RevisionApproved']);

/** Events at the end of the log among which a crash may have left an order whose plan nobody was told of. */
const LATELY = 1000;

export function createReleases({ db, execute, load, now, newId, onReleased, report }: ReleaseParts): Releases {
  /** Each in a transaction of its own: an order that cannot go on must not keep the others. */
  const release = (waits: readonly OutsideWait[], at: string, commandIdOf: (wait: OutsideWait) => string): void => {
    const released = new Set<string>();
    for (const wait of waits) {
      const { orderId, task, other: order, node } = wait;
      try {
        const done = execute(
          orderId,
          commandIdOf(wait),
          { type: 'meetOutside', task, order, node },
          { by: theDesk, at },
        );
        if (done.ok) released.add(orderId);
        else report(new Error(`Refused: ${done.error.code}`), `meetOutside ${orderId}/T${task}`);
      } catch (bug) {
        report(bug, `meetOutside ${orderId}/T${task}`);
      }
    }
    if (released.size > 0) onReleased([...released]);
  };
  /** Each order that wants something of this one looks for it, in a transaction of its own. */
  const offer = (order: string, at: string, commandIdOf: (wanting: string) => string): void => {
    const wants = listWantsFor(db, order);
    const wanting = wants.length === 0 ? [] : wantsAt(load(order), wants);
    const told: string[] = [];
    for (const [orderId, wants] of Map.groupBy(wanting, want => want.orderId)) {
      const tasks = [...new Set(wants.map(({ task }) => task))];
      try {
        // Where a clock was put back, nothing happens before what it follows.
        const moment = justAfter(findLastMoment(db, orderId), at);
        const command = { type: 'meetWants', tasks, order } as const;
        const done = execute(orderId, commandIdOf(orderId), command, { by: theDesk, at: moment });
        if (done.ok) told.push(orderId);
        // What it has may have ended, wait for that very task, or have been told before.
        else if (!['NothingToChange', 'CommandIdReused'].includes(done.error.code)) {
          report(new Error(`Refused: ${done.error.code}`), `meetWants ${orderId}`);
        }
      } catch (bug) {
        report(bug, `meetWants ${orderId}`);
      }
    }
    if (told.length > 0) onReleased(told);
  };
  return {
    execute: (orderId, commandId, command, who) => {
      const done = execute(orderId, commandId, command, who);
      if (!done.ok) return done;
      const met = listMetWaitsFor(db, orderId);
      // Named after the command that caused it, so that a command sent again causes nothing twice.
      if (met.length > 0) release(met, who.at, wait => `${commandId}/${wait.orderId}/T${wait.task}/${wait.node}`);
      if (done.value.events.some(type => planning.has(type))) {
        offer(orderId, who.at, wanting => `${commandId}/${wanting}/wants`);
      }
      return done;
    },
    catchUp: () => {
      release(listMetWaits(db), now(), newId);
      if (!isAnythingWanted(db)) return;
      for (const orderId of listLatelyPlanned(db, LATELY)) offer(orderId, now(), newId);
    },
  };
}

const justAfter = (earlier: string, at: string): string =>
  at > earlier ? at : new Date(Date.parse(earlier) + 1).toISOString();

/** Those for any site, and for a site that the order has a line at. */
function wantsAt(order: Order | null, wants: readonly Wanting[]): readonly Wanting[] {
  if (order === null) return [];
  const sites = new Set([...rowsOf(order.lines)].flatMap(({ location }) => [location?.id, location?.name]));
  return wants.filter(({ site }) => site === null || sites.has(site));
}
