/** The plan of an order of ten thousand tasks: looked over and cut into a tree, and made. CPU time, for these are budgets in milliseconds. */
import { planTree } from '../../main/domain/plan/planTree.ts';
import { viewPlan } from '../../main/domain/plan/planView.ts';
import { decomposeOrder } from '../../main/domain/order/approve.ts';
import type { Bench } from '../bench.ts';
import { withinMs, type Finding } from '../measure/finding.ts';
import { cpuOf, p50 } from '../measure/interleave.ts';
import { newWorkspace } from '../workspace/bigWorkspace.ts';
import { momentOf, openCore } from '../workspace/openCore.ts';
import { addApproved } from '../workspace/askedCommands.ts';

export function benchPlans({ rounds }: Bench): readonly Finding[] {
  const place = newWorkspace('plan');
  const core = openCore(place.file);
  core.db.pragma('synchronous = OFF');
  try {
    const order = core.orders.load(addApproved(core, 1, { lines: 250 }));
    if (order === null) throw new Error('The order was not made.');
    const catalog = core.catalogs.of(order);
    const cpu = (work: () => unknown): number => {
      const times = new Float64Array(Math.max(10, rounds(25)));
      for (let warm = 0; warm < 5; warm += 1) work();
      for (let round = 0; round < times.length; round += 1) times[round] = cpuOf(work);
      return p50(times.toSorted());
    };
    const view = cpu(() => planTree(viewPlan(order), 'order', null, 500));
    const decompose = cpu(() => decomposeOrder(order, catalog, momentOf(0)));
    const parts = { id: 'plan', against: 'no peer', note: '' };
    return [
      withinMs(50, view, { ...parts, what: 'plan view and tree of 10,000 tasks, CPU' }),
      withinMs(50, decompose, { ...parts, what: 'decompose and schedule 10,000 tasks, CPU' }),
    ];
  } finally {
    core.db.close();
    place.remove();
  }
}
