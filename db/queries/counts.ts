/** The numbers beside the queues, from the counters: as quick for a million tasks as for ten, and always exact (features A1, N1, Q3). */
import type { Database } from 'better-sqlite3';
import type { OrderState } from '../../main/domain/vocabulary/states.ts';
import { snapshot } from '../transaction.ts';
import { countFallouts } from './falloutPages.ts';
import { countInventory } from './inventoryPages.ts';
import { countOrderStates } from './orderPages.ts';
import { countTasks } from './taskPages.ts';

export type QueueCounts = {
  /** Orders that wait for approval. */
  readonly approvals: number;
  readonly orders: Readonly<Record<OrderState, number>>;
  /** Open tasks: all, the person's, their teams', nobody's. */
  readonly tasks: {
    readonly open: number;
    readonly mine: number;
    readonly group: number;
    readonly unassigned: number;
    /** Brought before the person or their teams. */
    readonly escalated: number;
  };
  /** Open fallouts: all, the person's, their teams', nobody's. */
  readonly fallouts: {
    readonly open: number;
    readonly mine: number;
    readonly group: number;
    readonly unassigned: number;
  };
  readonly inventory: number;
};

export const queueCounts = (db: Database, person: string, groups: readonly string[]): QueueCounts =>
  snapshot(db, () => countAll(db, person, groups));

function countAll(db: Database, person: string, groups: readonly string[]): QueueCounts {
  const orders = countOrderStates(db);
  return {
    approvals: orders.new,
    orders,
    tasks: {
      open: countTasks(db, { queue: 'all' }),
      mine: countTasks(db, { queue: 'mine', person }),
      group: countTasks(db, { queue: 'group', groups }),
      unassigned: countTasks(db, { queue: 'unassigned' }),
      escalated: countTasks(db, { queue: 'escalated', person, groups }),
    },
    fallouts: {
      open: countFallouts(db, { queue: 'open' }),
      mine: countFallouts(db, { queue: 'mine', person }),
      group: countFallouts(db, { queue: 'group', groups }),
      unassigned: countFallouts(db, { queue: 'unassigned' }),
    },
    inventory: countInventory(db),
  };
}
