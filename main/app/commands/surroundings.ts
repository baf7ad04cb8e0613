/** Looks up what a decision needs to know beside the order itself: people, policy, other orders, the log. */
import type { Database } from 'better-sqlite3';
import { crewOf } from '../../../db/crew.ts';
import { findPerson, hasTeam } from '../../../db/people.ts';
import { findPolicy } from '../../../db/policy.ts';
import { listActiveServices } from '../../../db/queries/activeServices.ts';
import type { DecisionContext } from '../../domain/order/commands.ts';
import { findAction } from './findAction.ts';
import { otherOrders, type LoadOrder } from './otherOrders.ts';

/** Everything is looked up when it is asked for, on the given connection; `load` gives other orders as they are now. */
export function surroundings(
  db: Database,
  orderId: string,
  load: LoadOrder,
): Omit<DecisionContext, 'at' | 'by' | 'catalog'> {
  const { policy } = findPolicy(db);
  return {
    policy,
    crewOf: team => crewOf(db, team, policy),
    findInventory: (account, specification) => listActiveServices(db, account, specification),
    ...otherOrders(db, orderId, load),
    findPerson: id => findPerson(db, id),
    hasGroup: id => hasTeam(db, id),
    findAction: commandId => findAction(db, orderId, commandId),
  };
}
