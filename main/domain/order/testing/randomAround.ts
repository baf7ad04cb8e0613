/** What lies around an order when somebody asks something of it, by the dice: another order, and teams whose work is handed out. */
import { defaultPolicy, type Policy } from '../../policy/policy.ts';
import type { DecisionContext, OrderCommandType } from '../commands.ts';
import type { Step } from './story.ts';

export const elsewhere = { order: 'order-2', orderNumber: 'ORD0000002', title: 'Dig the trench' } as const;

const handing: Policy = {
  ...defaultPolicy,
  teams: { field: { assignment: 'leastLoaded' }, stock: { assignment: 'roundRobin' } },
};

/** Who works in the field may do all of it, or not what takes a skill; nobody works in the stock. */
const crewBy =
  (dice: number): DecisionContext['crewOf'] =>
  group =>
    group === 'field'
      ? ['agent', 'otherAgent'].map((person, at) => ({
          person,
          openTasks: (dice + at) % 3,
          skills: dice % 2 === 0 && at === 1 ? ['rf'] : [],
          sites: [],
        }))
      : [];

/** The other order has some of what may be wanted of it: a domain order for each specification, now and then two. */
const findBy =
  (dice: number): DecisionContext['findOutside'] =>
  ({ specification }) => {
    const at = dice + Number(specification.slice(1));
    const parts = [1, 2].map(nth => ({ ...elsewhere, node: `D${1 + ((at + nth) % 3)}` }) as const);
    return parts.slice(0, [0, 1, 1, 2][at % 4]);
  };

/** Often nothing, so that an order wants what comes later; something wherever the command is about it. */
export const aroundBy = (which: number, how: number, command: OrderCommandType): NonNullable<Step['around']> => ({
  ...(which % 2 === 0 && command !== 'meetWants' ? {} : { findOutside: findBy(how) }),
  ...(how % 3 === 0 || command === 'handOutTasks' ? { policy: handing, crewOf: crewBy(which) } : {}),
  ...(how % 7 === 0 ? { wouldCircle: () => true } : {}),
});
