/** Pages of inventory by name, and the items of one service. */
import type { Database } from 'better-sqlite3';
import type { CharacteristicValue } from '../../main/domain/vocabulary/captured.ts';
import { inventoryStates, type InventoryState } from '../../main/domain/vocabulary/states.ts';
import { counterOf } from '../projections/counters.ts';
import { preparedArrays } from '../statements.ts';
import { snapshot } from '../transaction.ts';
import { type KeysetRead, type Page, readPage } from './keyset.ts';
import type { PageRequest } from './taskPages.ts';

export type InventoryRow = {
  readonly orderId: string;
  /** `I1` is 1. */
  readonly number: number;
  readonly serviceId: string;
  readonly name: string;
  readonly specification: string | null;
  readonly state: InventoryState;
  readonly line: number;
  readonly locationName: string | null;
  readonly accountName: string | null;
  readonly orderNumber: string;
  readonly characteristics: readonly CharacteristicValue[];
};

const COLUMNS = [
  'order_id',
  'number',
  'service_id',
  'name',
  'specification',
  'state',
  'line',
  'location_name',
  'account_name',
  'order_number',
  'characteristics',
] as const;

type InventoryCells = [
  orderId: string,
  number: number,
  serviceId: string,
  name: string,
  specification: string | null,
  state: InventoryState,
  line: number,
  locationName: string | null,
  accountName: string | null,
  orderNumber: string,
  characteristics: string,
];

export type InventoryFilter = { readonly states?: readonly InventoryState[] };

export function inventoryPage(db: Database, filter: InventoryFilter, page: PageRequest): Page<InventoryRow> {
  return snapshot(db, () => ({
    ...readPage(db, inventoryRead(filter, page), rowOf),
    total: countInventory(db, filter.states),
  }));
}

/** The read behind a page, for the test that looks at its query plan. */
export function inventoryRead({ states }: InventoryFilter, { after, limit }: PageRequest): KeysetRead {
  return {
    table: 'inventory_row',
    columns: COLUMNS,
    order: ['name', 'service_id', 'order_id', 'number'],
    branches:
      states === undefined
        ? [{ where: 'true', cells: [] }]
        : [...new Set(states)].map(state => ({ where: 'state = ?', cells: [state] })),
    after,
    limit,
  };
}

/** Exact, from the counters. */
export const countInventory = (db: Database, states: readonly InventoryState[] = inventoryStates): number =>
  [...new Set(states)].reduce((total, state) => total + counterOf(db, 'inventory.state', state), 0);

export const serviceSql = `
  SELECT ${COLUMNS.join(', ')} FROM inventory_row WHERE service_id = ? ORDER BY order_id, number LIMIT ?`;

/** Every order's item about one service. */
export const listService = (db: Database, serviceId: string, limit: number): InventoryRow[] =>
  preparedArrays<InventoryCells>(db, serviceSql).all(serviceId, limit).map(rowOf);

function rowOf(cells: InventoryCells): InventoryRow {
  return {
    orderId: cells[0],
    number: cells[1],
    serviceId: cells[2],
    name: cells[3],
    specification: cells[4],
    state: cells[5],
    line: cells[6],
    locationName: cells[7],
    accountName: cells[8],
    orderNumber: cells[9],
    characteristics: JSON.parse(cells[10]) as CharacteristicValue[],
  };
}
