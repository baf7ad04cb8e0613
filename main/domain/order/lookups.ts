/** A decision's surroundings with nothing in them: for looking ahead, and for orders that stand alone. */
import { defaultPolicy } from '../policy/policy.ts';
import type { DecisionContext } from './commands.ts';

/** Nobody to hand work to, no other orders, no inventory, no log, and the policy that holds until somebody sets one. */
export const nothingAround: Pick<
  DecisionContext,
  'policy' | 'crewOf' | 'findOutside' | 'wouldCircle' | 'findCircle' | 'findInventory' | 'findAction'
> = {
  policy: defaultPolicy,
  crewOf: () => [],
  findOutside: () => [],
  wouldCircle: () => false,
  findCircle: () => undefined,
  findInventory: () => [],
  findAction: () => undefined,
};
