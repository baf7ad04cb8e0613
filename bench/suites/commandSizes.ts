/** What the size of an order, and the size of a workspace, add to one durable command. */
import type { Bench } from '../bench.ts';
import { atMost, ms, type Finding } from '../measure/finding.ts';
import { interleave, p50, type Times } from '../measure/interleave.ts';
import { itemAt } from '../measure/itemAt.ts';
import { addApproved, freeTasks, LATER, sendTo, type FreeTask } from '../workspace/askedCommands.ts';
import { bigWorkspace, copyOf } from '../workspace/bigWorkspace.ts';
import { openTasks } from '../workspace/busyOrders.ts';
import { momentOf, openCore, type Core } from '../workspace/openCore.ts';

/** An order of 10,000 tasks beside one of 10, in one file. */
export async function benchOrderSize({ log, rounds }: Bench): Promise<readonly Finding[]> {
  const copy = copyOf(bigWorkspace(20_000, log), 'order-size');
  const core = openCore(copy.file, { seed: 8 });
  try {
    const orders = [
      addApproved(core, 9_000_001, { lines: 250 }),
      addApproved(core, 9_000_002, { specification: 'cfs-small' }),
    ];
    const [large, small] = orders.map(orderId => [{ orderId, task: itemAt(openTasks(core, orderId), 0) }]);
    const times = await interleave(
      { large: takingTurns(core, large ?? []), small: takingTurns(core, small ?? []) },
      { rounds: rounds(300), warmUp: 20 },
    );
    return [
      compared(times.large, times.small, ['order-size', 'on an order of 10,000 tasks', 'on an order of 10 tasks']),
    ];
  } finally {
    core.db.close();
    copy.remove();
  }
}

/** Orders all over a big workspace beside those of a small one. */
export async function benchWorkspaceSize({ log, rounds, tasks }: Bench): Promise<readonly Finding[]> {
  const copies = [copyOf(bigWorkspace(tasks, log), 'size-big'), copyOf(bigWorkspace(10_000, log), 'size-small')];
  const cores = copies.map(({ file }) => openCore(file, { seed: 8 }));
  try {
    const [big, small] = [itemAt(cores, 0), itemAt(cores, 1)];
    const times = await interleave(
      { big: takingTurns(big, freeTasks(big, 50)), small: takingTurns(small, freeTasks(small, 50)) },
      { rounds: rounds(400), warmUp: 100 },
    );
    const names = ['command-size', `among ${tasks} tasks`, 'among 10,000 tasks'] as const;
    return [compared(times.big, times.small, names)];
  } finally {
    for (const { db } of cores) db.close();
    for (const copy of copies) copy.remove();
  }
}

/** Claims one task after the other, then releases them all, and so on. */
function takingTurns(core: Core, tasks: readonly FreeTask[]): () => void {
  let turn = 0;
  return () => {
    const { orderId, task } = itemAt(tasks, turn % tasks.length);
    const type = Math.floor(turn / tasks.length) % 2 === 0 ? 'claimTask' : 'releaseTask';
    turn += 1;
    sendTo(core, { orderId, command: { type, task }, by: 1, at: momentOf(LATER + turn) });
  };
}

const compared = (large: Times, small: Times, [id, where, against]: readonly [string, string, string]): Finding =>
  atMost(1.3, p50(large) / p50(small), {
    id,
    what: `durable command ${where}, p50`,
    against,
    note: `${ms(p50(large))} / ${ms(p50(small))}`,
  });
