/** An order of ten thousand tasks as people meet it: approved, looked at, worked on and changed, through the threads of the app. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../../preload/contract/bridge.ts';
import type { CallName, Input, Output } from '../../preload/contract/contract.ts';
import { transaction } from '../../db/transaction.ts';
import { openDesk } from '../../main/app/openDesk.ts';
import type { Bench } from '../bench.ts';
import { atMost, ms, noted, withinMs, type Finding } from '../measure/finding.ts';
import { cpuUntil, p50, type Times } from '../measure/interleave.ts';
import { itemAt } from '../measure/itemAt.ts';
import { addApproved } from '../workspace/askedCommands.ts';
import { newWorkspace } from '../workspace/bigWorkspace.ts';
import { idsOf } from '../workspace/dice.ts';
import { momentOf, openCore } from '../workspace/openCore.ts';
import { documentOf, type DocumentOptions } from '../workspace/orderDocuments.ts';

/** 250 lines of 40 tasks each, and one line of ten. */
const largeDocument: DocumentOptions = { lines: 250 };
const smallDocument: DocumentOptions = { specification: 'cfs-small' };
/** Orders under way as in any workspace: the reader looks at some of them by itself while it has nothing else to do. */
const ordinary = 30;
/** Milliseconds after which it has. */
const settled = 3_000;

type Ask = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;

export async function benchLargeOrder({ rounds }: Bench): Promise<readonly Finding[]> {
  const place = newWorkspace('large-order');
  const approvals = Math.max(3, rounds(5));
  const core = openCore(place.file);
  const take = (n: number, options: DocumentOptions): string =>
    transaction(core.db, () => core.take(documentOf(n, options), momentOf(0)));
  const waiting = Array.from({ length: approvals }, (_, n) => take(n, largeDocument));
  const times = Math.max(10, rounds(40));
  for (let n = 0; n < ordinary; n += 1) addApproved(core, 5_000 + n, {});
  const little = Array.from({ length: Math.ceil(times / 10) }, (_, n) => take(1_000 + n, smallDocument));
  core.db.close();
  const desk = await openDesk({ workspaceDir: place.dir, log: () => undefined });
  const newId = idsOf(11);
  const ask: Ask = async (name, input) => given(await desk.serve(name, input)) as never;
  try {
    const approve = await timed(approvals, n =>
      ask('order.approve', { commandId: newId(), orderId: itemAt(waiting, n) }),
    );
    await sleep(settled);
    for (const id of little) await ask('order.approve', { commandId: newId(), orderId: id });
    const orderId = itemAt(waiting, 0);
    return [
      noted(ms(p50(approve)), {
        id: 'large-order',
        what: 'approve, decomposed to 10,000 tasks',
        against: 'no peer',
        note: '',
      }),
      ...(await whileWorking(ask, newId, { large: waiting, little, times })),
      ...(await questions(ask, orderId, times)),
    ];
  } finally {
    await desk.close();
    place.remove();
  }
}

type Working = { readonly large: readonly string[]; readonly little: readonly string[]; readonly times: number };

/** Tasks are started and completed in a large order and in a small one; after each somebody looks at its plan again. */
async function whileWorking(ask: Ask, newId: () => string, { large, little, times }: Working) {
  const orderId = itemAt(large, 0);
  const tree = (id: string) => ask('plan.tree', { orderId: id, root: 'order', after: null, limit: 500 });
  const cold = new Float64Array(large.length);
  for (const [n, id] of large.entries()) cold[n] = await cpuUntil(() => tree(id));
  const { matches } = await ask('plan.find', { orderId, filter: { states: ['open'] }, limit: 1000 });
  const [completed, compared, looked] = [new Float64Array(times), new Float64Array(times), new Float64Array(times)];
  const complete = async (id: string, task: number): Promise<number> => {
    await ask('task.start', { commandId: newId(), orderId: id, task });
    const took = await cpuUntil(() => ask('task.complete', { commandId: newId(), orderId: id, task }));
    return took;
  };
  for (let n = 0; n < times; n += 1) {
    completed[n] = await complete(orderId, Number(itemAt(matches, n).key.slice(1)));
    looked[n] = await cpuUntil(() => tree(orderId));
    compared[n] = await complete(itemAt(little, Math.floor(n / 10)), 1 + (n % 10));
    await tree(itemAt(little, 0));
  }
  for (const list of [completed, looked, compared]) list.sort();
  const again = await timed(times, () => tree(orderId));
  const parts = { id: 'large-order', against: 'no peer', note: '' };
  return [
    withinRatio(1.5, completed, compared, 'complete a task of 10,000, CPU'),
    withinMs(150, p50(cold.toSorted()), {
      ...parts,
      what: 'first 500 rows of its plan, not met before, CPU',
      note: `the very first since the app was opened: ${ms(itemAt([...cold], 0))}`,
    }),
    withinMs(60, p50(looked), { ...parts, what: 'first 500 rows of its plan after a task was done, CPU' }),
    withinMs(16, p50(again), { ...parts, what: 'the same with nothing done since, CPU' }),
  ];
}

async function questions(ask: Ask, orderId: string, times: number): Promise<readonly Finding[]> {
  const { total } = await ask('history.moments', { orderId, around: null, limit: 200 });
  const measured = async (what: string, budget: number, run: (n: number) => Promise<unknown>): Promise<Finding> => {
    await run(0);
    const took = await timed(times, n => run(n + 1));
    return withinMs(budget, p50(took), { id: 'large-order', what: `${what}, CPU`, against: 'no peer', note: '' });
  };
  return [
    await measured('one site of its plan', 16, n =>
      ask('plan.tree', { orderId, root: `S${1 + n}`, after: null, limit: 500 }),
    ),
    await measured('its graph', 50, () => ask('plan.graph', { orderId, root: 'order' })),
    await measured('its outlook', 16, () => ask('plan.outlook', { orderId })),
    await measured('words in its plan', 16, () =>
      ask('plan.find', { orderId, filter: { text: 'survey access', blocked: true }, limit: 200 }),
    ),
    await measured('the order itself', 16, () => ask('order.get', { orderId })),
    await measured('200 of its lines', 16, () => ask('order.lines', { orderId, after: 0, limit: 200 })),
    await measured('one of its tasks', 16, () => ask('task.get', { orderId, task: 5_000 })),
    await measured('if a task ended later', 60, () =>
      ask('plan.whatIf', { orderId, task: 9_000, end: '2027-03-01T00:00:00.000Z' }),
    ),
    await measured('the moments of its history', 50, () =>
      ask('history.moments', { orderId, around: null, limit: 400 }),
    ),
    await measured('its plan as of another moment each time', 100, n =>
      ask('plan.tree', { orderId, root: 'order', after: null, limit: 500, asOf: total - (n % 20) }),
    ),
    await measured('what is different between two moments', 50, n =>
      ask('history.compare', { orderId, from: total - 1 - (n % 20), to: total, after: 0, limit: 200 }),
    ),
    await measured('its newest 100 changes', 16, () => ask('order.activity', { orderId, before: null, limit: 100 })),
    await measured('what canceling a line would do', 300, n =>
      ask('revision.preview', { orderId, operation: 'update', changes: [{ kind: 'cancelLine', line: 1 + (n % 20) }] }),
    ),
    await measured('what canceling it would do', 200, () =>
      ask('revision.preview', { orderId, operation: 'cancel', changes: [] }),
    ),
  ];
}

const withinRatio = (budget: number, large: Times, small: Times, what: string): Finding =>
  atMost(budget, p50(large) / p50(small), {
    id: 'large-order',
    what,
    against: 'of an order of ten',
    note: `${ms(p50(large))} / ${ms(p50(small))}`,
  });

/** CPU of all threads of this process, in milliseconds, ascending. */
async function timed(times: number, run: (n: number) => Promise<unknown>): Promise<Times> {
  const took = new Float64Array(times);
  for (let n = 0; n < times; n += 1) took[n] = await cpuUntil(() => run(n));
  return took.toSorted();
}

function given<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}
