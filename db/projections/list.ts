/** Every read model of a workspace. */
import { domainOrders } from './domainOrders.ts';
import { fallouts } from './fallouts.ts';
import { finishedSteps } from './finishedSteps.ts';
import { inventory } from './inventory.ts';
import { jeopardy } from './jeopardy.ts';
import { lines } from './lines.ts';
import { orders } from './orders.ts';
import { outsideWaits } from './outsideWaits.ts';
import { outsideWants } from './outsideWants.ts';
import type { Projection } from './projection.ts';
import { search } from './search.ts';
import { tasks } from './tasks.ts';
import { wakes } from './wakes.ts';

export const projections: readonly Projection[] = [
  orders,
  lines,
  domainOrders,
  tasks,
  fallouts,
  inventory,
  finishedSteps,
  outsideWaits,
  outsideWants,
  wakes,
  jeopardy,
  search,
];
