/** Tells the tasks of other orders that wait for a part that it has ended: after every command, and at the start for what a crash left untold (features O6). */
import type { Database } from 'better-sqlite3';
import { listMetWaits, listMetWaitsFor, type OutsideWait } from '../../../db/queries/outsideWaits.ts';
import { theDesk } from '../../domain/people/desk.ts';
import type { Execute } from './executor.ts';

export type ReleaseParts = {
  readonly db: Database;
  readonly execute: Execute;
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

export function createReleases({ db, execute, now, newId, onReleased, report }: ReleaseParts): Releases {
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
  return {
    execute: (orderId, commandId, command, who) => {
      const done = execute(orderId, commandId, command, who);
      if (!done.ok) return done;
      const met = listMetWaitsFor(db, orderId);
      // Named after the command that caused it, so that a command sent again causes nothing twice.
      if (met.length > 0) release(met, who.at, wait => `${commandId}/${wait.orderId}/T${wait.task}/${wait.node}`);
      return done;
    },
    catchUp: () => release(listMetWaits(db), now(), newId),
  };
}
