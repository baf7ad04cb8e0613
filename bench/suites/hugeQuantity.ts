/** One line that asks for 10,000 of a thing delivered one by one: approved, and canceled again. It has no budget; most of it is writing a row for every part. */
import { transaction } from '../../db/transaction.ts';
import { openDesk } from '../../main/app/openDesk.ts';
import type { Bench } from '../bench.ts';
import { ms, noted, type Finding } from '../measure/finding.ts';
import { cpuUntil } from '../measure/interleave.ts';
import { newWorkspace } from '../workspace/bigWorkspace.ts';
import { idsOf } from '../workspace/dice.ts';
import { momentOf, openCore } from '../workspace/openCore.ts';
import { documentOf } from '../workspace/orderDocuments.ts';

/** Ten tasks each. */
const units = { specification: 'cfs-small', quantity: 10_000 };
const what = '10,000 units of one line, 100,000 tasks';

/** Through both threads of the app; once, for each step takes seconds. */
export async function benchHugeQuantity({ log }: Bench): Promise<readonly Finding[]> {
  const place = newWorkspace('huge-quantity');
  const core = openCore(place.file);
  const orderId = transaction(core.db, () => core.take(documentOf(1, units), momentOf(0)));
  core.db.close();
  const desk = await openDesk({ workspaceDir: place.dir, log });
  const newId = idsOf(12);
  const ask = (name: string, input: object): Promise<number> =>
    cpuUntil(async () => {
      const reply = await desk.serve(name, { orderId, ...input });
      if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    });
  const parts = { id: 'huge-quantity', against: 'no peer', note: '' };
  try {
    const approve = await ask('order.approve', { commandId: newId() });
    const look = await ask('plan.tree', { root: 'order', after: null, limit: 500 });
    const cancel = { operation: 'cancel', changes: [], reason: 'Not wanted any more' };
    const request = await ask('revision.request', { commandId: newId(), ...cancel });
    const canceled = await ask('revision.approve', { commandId: newId(), revision: 1 });
    return [
      noted(ms(approve), { ...parts, what: `approve ${what}, CPU` }),
      noted(ms(look), { ...parts, what: 'first 500 rows of their plan, not met before, CPU' }),
      noted(ms(request), { ...parts, what: 'ask to cancel them, CPU' }),
      noted(ms(canceled), { ...parts, what: 'approve that, CPU' }),
      noted(`${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`, { ...parts, what: 'most memory meanwhile' }),
    ];
  } finally {
    await desk.close();
    place.remove();
  }
}
