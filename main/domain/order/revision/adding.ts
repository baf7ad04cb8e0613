/** What an addition to a plan is worked out from: the branches it adds, where each stands, and the numbers its tasks get. */
import type { DecomposedTask } from '../../decomposition/decomposed.ts';
import type { SiteOfLine } from '../../decomposition/sites.ts';
import type { CharacteristicValue } from '../../vocabulary/captured.ts';
import type { DecisionContext } from '../commands.ts';
import type { AddedBranch, Matched } from './matchPlans.ts';
import type { Order } from '../order.ts';
import type { PlanRows, RowNumber } from '../planRows.ts';

/** Where a row of the plan after stands in the plan of the order. */
export type Place = { readonly number: number; readonly parent?: number; readonly branch: AddedBranch };

export type Places = ReadonlyMap<RowNumber, Place>;

export type Adding = {
  readonly order: Order;
  readonly context: Pick<DecisionContext, 'catalog' | 'wouldCircle'>;
  /** Of the lines as they will be. */
  readonly siteOfLine: SiteOfLine;
  readonly after: PlanRows;
  readonly matched: Matched;
  readonly places: Places;
  readonly values: ReadonlyMap<RowNumber, readonly CharacteristicValue[]>;
  readonly redone: ReadonlySet<number>;
  readonly undone: readonly number[];
};

export type AddedTasks = {
  readonly rows: readonly DecomposedTask[];
  /** By number in the plan after. */
  readonly numbers: ReadonlyMap<number, number>;
  /** By domain order of the plan. */
  readonly of: ReadonlyMap<number, readonly { readonly key: string; readonly number: number }[]>;
};
