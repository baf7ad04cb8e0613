/** What a read model is: tables with a version, filled from what changed in one order; never migrated, only rebuilt. */
import type { Database } from 'better-sqlite3';
import type { Order } from '../../main/domain/order/order.ts';
import type { CounterChanges } from './counters.ts';

/** What one command, or a whole replay, did to an order: the numbers of the parts that are new or other than before. */
export type Change = {
  readonly before: Order | null;
  readonly after: Order;
  /** What the order was captured with may have changed; when false, everything that was copied from it still holds. */
  readonly captured: boolean;
  readonly lines: readonly number[];
  readonly domainOrders: readonly number[];
  readonly tasks: readonly number[];
  readonly fallouts: readonly number[];
  readonly inventory: readonly number[];
};

/** How many pre-approval checks of an order fail right now; `onLookup` is told of each specification that an account was looked up for in the inventory. */
export type CountFailedChecks = (order: Order, onLookup?: (account: string, specification: string) => void) => number;

export type Target = {
  readonly db: Database;
  readonly counters: CounterChanges;
  readonly countFailedChecks: CountFailedChecks;
};

export type Projection = {
  readonly name: string;
  /** Raised whenever its tables or what is written into them change; a file with another version is rebuilt. */
  readonly version: number;
  readonly tables: readonly string[];
  readonly create: readonly string[];
  /** Made after the rows of a rebuild are in, which is faster than keeping them up. */
  readonly indexes: readonly string[];
  readonly counters: readonly string[];
  /** Writes the rows of the parts that changed, from `after` alone. */
  readonly settle: (target: Target, change: Change) => void;
};
