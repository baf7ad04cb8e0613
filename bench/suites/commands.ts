/** Durable commands in the core, approvals among them, against the same rows written raw. */
import { startCheckpointer } from '../../db/checkpointer.ts';
import { openWriter } from '../../db/open.ts';
import { transaction } from '../../db/transaction.ts';
import type { Bench } from '../bench.ts';
import { atMost, ms, noted, type Finding } from '../measure/finding.ts';
import { interleave, isCalm, p50, p99, type Times } from '../measure/interleave.ts';
import { itemAt } from '../measure/itemAt.ts';
import { createRecorder, rawWriter } from '../measure/recordedWrites.ts';
import { approvalsOf, claimsOf, freeTasks, LATER, sendTo, workOn, type Asked } from '../workspace/askedCommands.ts';
import { bigWorkspace, copyOf, type BigWorkspace } from '../workspace/bigWorkspace.ts';
import { momentOf, openCore } from '../workspace/openCore.ts';
import { documentOf } from '../workspace/orderDocuments.ts';

type Compared = { readonly core: Times; readonly raw: Times };

export async function benchCommands({ log, rounds }: Bench): Promise<readonly Finding[]> {
  const source = withNewOrders(bigWorkspace(20_000, log), rounds(400));
  const copies = ['recorded', 'core', 'raw'].map(name => copyOf(source, name));
  source.remove();
  const recorder = createRecorder();
  const recorded = openCore(itemAt(copies, 0).file, { seed: 7, onOpen: recorder.watch });
  recorded.db.pragma('synchronous = OFF');
  const core = openCore(itemAt(copies, 1).file, { seed: 7 });
  const raw = openWriter(itemAt(copies, 2).file);
  const checkpointers = await Promise.all([1, 2].map(place => startCheckpointer(itemAt(copies, place).file)));
  try {
    const compare = (asked: readonly Asked[]): Promise<Compared> => {
      const writes = asked.map(one => recorder.record(() => sendTo(recorded, one)));
      const write = rawWriter(raw, writes);
      const warmUp = Math.ceil(asked.length / 10);
      return interleave(
        { core: n => sendTo(core, itemAt(asked, n)), raw: n => write(itemAt(writes, n)) },
        { rounds: asked.length - warmUp, warmUp },
      );
    };
    const tasks = freeTasks(recorded, rounds(150));
    const cold = await compare(claimsOf(tasks));
    const commands = await compare(workOn(tasks));
    const approvals = await compare(approvalsOf(recorded, rounds(400)));
    return findingsOf(commands, cold, approvals);
  } finally {
    for (const checkpointer of checkpointers) await checkpointer.close();
    for (const { db } of [recorded, core]) db.close();
    raw.close();
    for (const copy of copies) copy.remove();
  }
}

function findingsOf(commands: Compared, cold: Compared, approvals: Compared): readonly Finding[] {
  const against = 'raw statements, same rows';
  const both = ({ core, raw }: Compared, of: (times: Times) => number): string => `${ms(of(core))} / ${ms(of(raw))}`;
  const calm = isCalm(commands.raw);
  return [
    atMost(1.5, p50(commands.core) / p50(commands.raw), {
      id: 'command',
      what: 'durable command, p50',
      against,
      note: both(commands, p50),
    }),
    atMost(
      2,
      p99(commands.core) / p99(commands.raw),
      {
        id: 'command',
        what: 'durable command, p99',
        against,
        note: `${both(commands, p99)}${calm ? '' : ', floor not calm'}`,
      },
      calm,
    ),
    noted(`${(p50(cold.core) / p50(cold.raw)).toFixed(2)}×`, {
      id: 'command',
      what: 'durable command on an order not met before, p50',
      against,
      note: both(cold, p50),
    }),
    atMost(1.5, p50(approvals.core) / p50(approvals.raw), {
      id: 'approve',
      what: 'approve, decomposed to 40 tasks, p50',
      against,
      note: both(approvals, p50),
    }),
  ];
}

/** A copy in which so many more orders wait for approval. */
function withNewOrders(source: BigWorkspace, count: number): ReturnType<typeof copyOf> {
  const copy = copyOf(source, 'base');
  const core = openCore(copy.file, { seed: 6 });
  transaction(core.db, () => {
    for (let n = 0; n < count; n += 1) core.take(documentOf(8_000_000 + n), momentOf(LATER));
  });
  core.db.pragma('wal_checkpoint(TRUNCATE)');
  core.db.close();
  return copy;
}
