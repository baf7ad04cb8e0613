/** Importing TMF641 orders as the job does it, batch by batch, against JSON.parse and the same rows written raw. */
import { openWriter } from '../../db/open.ts';
import { addChunk, startUpload } from '../../db/uploads.ts';
import { addJobItem, setJobTotal, startJob } from '../../db/jobs.ts';
import { transaction } from '../../db/transaction.ts';
import { ordersWork } from '../../main/app/intake/importWorks.ts';
import type { JobSteps } from '../../main/app/intake/jobs.ts';
import type { JsonValue } from '../../main/domain/json.ts';
import type { Bench } from '../bench.ts';
import { atMost, ms, type Finding } from '../measure/finding.ts';
import { cpuOf } from '../measure/interleave.ts';
import { createRecorder, rawWriter, type Writes } from '../measure/recordedWrites.ts';
import { newWorkspace } from '../workspace/bigWorkspace.ts';
import { openCore, momentOf, type Core } from '../workspace/openCore.ts';
import { documentOf } from '../workspace/orderDocuments.ts';
import { itemAt } from '../measure/itemAt.ts';

/** As the app's jobs do. */
const BATCH = 25;
const JOB = '00000000-0000-7000-8000-000000000001';

export function benchImporting({ log, rounds }: Bench): readonly Finding[] {
  const count = rounds(10_000);
  const text = JSON.stringify(Array.from({ length: count }, (_, n) => documentOf(n)));
  log(`  ${count} orders, ${(text.length / 1e6).toFixed(1)} MB`);
  const places = ['recorded', 'core', 'raw'].map(name => newWorkspace(`import-${name}`));
  const recorder = createRecorder();
  const recorded = openCore(itemAt(places, 0).file, { seed: 4, onOpen: recorder.watch });
  recorded.db.pragma('synchronous = OFF');
  const core = openCore(itemAt(places, 1).file, { seed: 4 });
  const rawCore = openCore(itemAt(places, 2).file, { seed: 4 });
  try {
    const lists = stepsOf(recorded, text);
    const batches: Writes[] = [];
    for (let n = 0; n < count; n += BATCH) batches.push(recorder.record(() => runBatch(recorded, lists, n)));
    // Opened as the app opens it and set up alike; from here on only prepared statements write to it.
    startedJob(rawCore, text);
    rawCore.db.close();
    const raw = openWriter(itemAt(places, 2).file);
    const write = rawWriter(raw, batches);
    let steps: JobSteps | undefined;
    const coreCpu = [cpuOf(() => (steps = stepsOf(core, text)))];
    const rawCpu = [cpuOf(() => JSON.parse(text) as JsonValue)];
    const [coreWall, rawWall] = [performanceOf(), performanceOf()];
    for (const [index, writes] of batches.entries()) {
      if (steps === undefined) throw new Error('The job did not begin.');
      const own = steps;
      const runCore = (): unknown => coreCpu.push(cpuOf(() => coreWall.add(() => runBatch(core, own, index * BATCH))));
      const runRaw = (): unknown => rawCpu.push(cpuOf(() => rawWall.add(() => write(writes))));
      for (const run of index % 2 === 0 ? [runCore, runRaw] : [runRaw, runCore]) run();
    }
    raw.close();
    const [took, floor] = [sum(coreCpu), sum(rawCpu)];
    return [
      atMost(3, took / floor, {
        id: 'import',
        what: `import of ${count} TMF641 orders, CPU`,
        against: 'JSON.parse and raw statements, same rows',
        note: `${ms(took / count)} / ${ms(floor / count)} an order; wall ${(coreWall.total() / rawWall.total()).toFixed(2)}×`,
      }),
    ];
  } finally {
    for (const { db } of [recorded, core]) db.close();
    for (const place of places) place.remove();
  }
}

function startedJob({ db }: Core, text: string): void {
  transaction(db, () => {
    const upload = { id: JOB, fileName: 'orders.json', startedAt: momentOf(0), by: 'person-1' };
    startUpload(db, upload);
    for (let from = 0, n = 0; from < text.length; from += 500_000, n += 1) {
      addChunk(db, JOB, n, text.slice(from, from + 500_000));
    }
    const job = { id: JOB, kind: 'orders', label: 'orders.json', uploadId: JOB, input: null };
    startJob(db, { ...job, startedAt: momentOf(0), by: 'person-1' });
  });
}

/** Reading, parsing and splitting the file is part of the work. */
function stepsOf(core: Core, text: string): JobSteps {
  startedJob(core, text);
  const work = ordersWork({ ...core, assumedZone: '+00:00', now: () => momentOf(0), report: bug => raise(bug) });
  const job = { id: JOB, kind: 'orders', label: 'orders.json', uploadId: JOB, input: null };
  const begun = work.begin({ ...job, by: 'person-1', startedAt: momentOf(0) });
  if ('problem' in begun) throw new Error(begun.problem.code);
  transaction(core.db, () => setJobTotal(core.db, JOB, begun.total));
  return begun;
}

function runBatch({ db }: Core, { step, total }: JobSteps, from: number): void {
  transaction(db, () => {
    for (let n = from; n < Math.min(from + BATCH, total); n += 1) {
      const { failed = false, ...item } = step(n);
      if (item.outcome !== 'imported') throw new Error(JSON.stringify(item));
      addJobItem(db, JOB, item, failed);
    }
  });
}

function raise(bug: unknown): never {
  throw bug;
}

function performanceOf(): { readonly add: (work: () => void) => void; readonly total: () => number } {
  let total = 0;
  return {
    add: work => {
      const started = performance.now();
      work();
      total += performance.now() - started;
    },
    total: () => total,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
