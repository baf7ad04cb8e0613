/** The plan of an order of ten thousand tasks: looked over and cut into a tree, and made. CPU time, for these are budgets in milliseconds. */
import { findInPlan } from '../../main/domain/plan/findInPlan.ts';
import { nothingLearned } from '../../main/domain/plan/forecast.ts';
import { planTree } from '../../main/domain/plan/planTree.ts';
import { viewPlan } from '../../main/domain/plan/planView.ts';
import { scheduleOrder } from '../../main/domain/plan/schedule.ts';
import { alwaysOpen, workCalendar } from '../../main/domain/policy/calendar.ts';
import { decomposeOrder } from '../../main/domain/order/decomposeOrder.ts';
import type { Bench } from '../bench.ts';
import { withinMs, type Finding } from '../measure/finding.ts';
import { cpuOf, p50 } from '../measure/interleave.ts';
import { newWorkspace } from '../workspace/bigWorkspace.ts';
import { momentOf, openCore } from '../workspace/openCore.ts';
import { addApproved, LATER } from '../workspace/askedCommands.ts';

const officeHours = workCalendar({
  zone: 'Europe/Oslo',
  hours: [1, 2, 3, 4, 5].map(day => ({ day, from: '08:00', to: '16:00' })),
  closed: ['2026-12-25'],
});

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
    const conditions = { now: Date.parse(momentOf(LATER)), calendarOf: alwaysOpen, historyOf: nothingLearned };
    const inOffice = { ...conditions, calendarOf: () => officeHours };
    const schedule = cpu(() => scheduleOrder(order, conditions));
    const office = cpu(() => scheduleOrder(order, inOffice));
    const view = cpu(() => planTree(viewPlan(order, inOffice), 'order', null, 500));
    const seen = viewPlan(order, conditions);
    const find = cpu(() => findInPlan(seen, { text: 'survey access', blocked: true }, 200));
    const findFirst = cpu(() => findInPlan({ ...seen }, { text: 'survey access' }, 200));
    const decompose = cpu(() => decomposeOrder(order, catalog, momentOf(0)));
    const parts = { id: 'plan', against: 'no peer', note: '' };
    return [
      withinMs(50, schedule, { ...parts, what: 'critical path and schedule of 10,000 tasks, CPU' }),
      withinMs(50, office, { ...parts, what: 'the same in the office hours of a team, CPU' }),
      withinMs(50, view, { ...parts, what: 'plan view with forecast and tree, 10,000 tasks, CPU' }),
      withinMs(16, find, { ...parts, what: 'find in a plan of 10,000 tasks, CPU' }),
      withinMs(50, findFirst, { ...parts, what: 'the same for the first time, CPU' }),
      withinMs(50, decompose, { ...parts, what: 'decompose and schedule 10,000 tasks, CPU' }),
    ];
  } finally {
    core.db.close();
    place.remove();
  }
}
