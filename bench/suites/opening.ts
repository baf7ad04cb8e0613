/** From a closed workspace to its first page, against only opening the file twice and reading that page. */
import Database from 'better-sqlite3';
import { keysetSql } from '../../db/queries/keyset.ts';
import { taskRead } from '../../db/queries/taskPages.ts';
import { createApp } from '../../main/app/createApp.ts';
import type { Bench } from '../bench.ts';
import { atMost, ms, type Finding } from '../measure/finding.ts';
import { p50 } from '../measure/interleave.ts';
import { bigWorkspace } from '../workspace/bigWorkspace.ts';
import { idsOf } from '../workspace/dice.ts';
import { momentOf } from '../workspace/openCore.ts';

const LIMIT = 100;

export async function benchOpening({ log, rounds, tasks }: Bench): Promise<readonly Finding[]> {
  const { dir, file } = bigWorkspace(tasks, log);
  const count = rounds(30);
  const [app, raw] = [new Float64Array(count), new Float64Array(count)];
  for (let round = -2; round < count; round += 1) {
    const before = round % 2 === 0 ? openRaw(file) : undefined;
    const took = await openApp(dir);
    const floor = before ?? openRaw(file);
    if (round < 0) continue;
    app[round] = took;
    raw[round] = floor;
  }
  for (const times of [app, raw]) times.sort();
  return [
    atMost(2, p50(app) / p50(raw), {
      id: 'open',
      what: 'open the workspace (both sides) to the first page, p50',
      against: 'raw open and first page',
      note: `${ms(p50(app))} / ${ms(p50(raw))}`,
    }),
  ];
}

/** Milliseconds until the first page is there; closing does not count. */
async function openApp(workspaceDir: string): Promise<number> {
  const started = performance.now();
  const app = createApp({
    workspaceDir,
    samplesDir: workspaceDir,
    appVersion: '0',
    now: () => momentOf(0),
    newId: idsOf(1),
    log: () => undefined,
  });
  const page = await app.serve('tasks.page', { queue: 'all', after: null, limit: LIMIT });
  const took = performance.now() - started;
  await app.close();
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return took;
}

/** Two connections with the settings that durability and speed need, one durable write, and the page. */
function openRaw(file: string): number {
  const started = performance.now();
  const writer = new Database(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -65536']) writer.pragma(pragma);
  writer.prepare("INSERT OR REPLACE INTO setting (key, value) VALUES ('bench.opened', '1')").run();
  const reader = new Database(file, { readonly: true });
  reader.pragma('cache_size = -65536');
  reader.prepare(keysetSql(taskRead({ queue: 'all' }, { limit: LIMIT })).text).all(LIMIT);
  const took = performance.now() - started;
  writer.prepare("DELETE FROM setting WHERE key = 'bench.opened'").run();
  reader.close();
  writer.close();
  return took;
}
