/** Every read model of a workspace. */
import { domainOrders } from './domainOrders.ts';
import { fallouts } from './fallouts.ts';
import { inventory } from './inventory.ts';
import { lines } from './lines.ts';
import { orders } from './orders.ts';
import type { Projection } from './projection.ts';
import { search } from './search.ts';
import { tasks } from './tasks.ts';

export const projections: readonly Projection[] = [orders, lines, domainOrders, tasks, fallouts, inventory, search];
