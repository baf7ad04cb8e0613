/** Workspaces of a given number of tasks, made once by real commands and a rebuild, and kept under the temporary folder of the system. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../db/migrations/list.ts';
import { projections } from '../../db/projections/list.ts';
import { rebuildReadModels } from '../../db/projections/rebuild.ts';
import { openCatalogShelf } from '../../main/app/catalogShelf.ts';
import { benchCatalog } from './benchCatalog.ts';
import { addBusyOrders, ordersForTasks, type Mix } from './busyOrders.ts';
import { documentOf } from './orderDocuments.ts';
import { countFailedChecksOf, openCore } from './openCore.ts';

const ROOT = join(tmpdir(), 'fulfillment-desk-bench');
const FILE = 'workspace.db';

export type BigWorkspace = { readonly dir: string; readonly file: string };

/** Makes the workspace when it is not there yet: a minute or two for a million tasks. */
export function bigWorkspace(tasks: number, log: (line: string) => void, mix: Mix = 'busy'): BigWorkspace {
  const dir = join(ROOT, `${fingerprint()}-${mix}-${tasks}`);
  const file = join(dir, FILE);
  if (existsSync(file)) return { dir, file };
  log(`Making a ${mix} workspace of ${tasks} tasks; it is kept in ${dir}.`);
  const part = `${dir}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  fill(join(part, FILE), { tasks, mix, log });
  renameSync(part, dir);
  return { dir, file };
}

/** A copy that a benchmark may write to; `remove` takes it away. */
export function copyOf({ file }: BigWorkspace, name: string): BigWorkspace & { readonly remove: () => void } {
  const dir = join(ROOT, `copy-${process.pid}-${name}`);
  mkdirSync(dir, { recursive: true });
  const copy = join(dir, FILE);
  copyFileSync(file, copy);
  return { dir, file: copy, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** An empty place for a workspace of its own. */
export function newWorkspace(name: string): BigWorkspace & { readonly remove: () => void } {
  const dir = join(ROOT, `new-${process.pid}-${name}`);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  return { dir, file: join(dir, FILE), remove: () => rmSync(dir, { recursive: true, force: true }) };
}

type FillOptions = { readonly tasks: number; readonly mix: Mix; readonly log: (line: string) => void };

function fill(file: string, { tasks, mix, log }: FillOptions): void {
  const core = openCore(file, { models: [] });
  // Nothing here has to survive a power cut: a file that was not finished is made again.
  core.db.pragma('synchronous = OFF');
  const orders = ordersForTasks(tasks);
  let told = 0;
  addBusyOrders(core, orders, mix, done => {
    if (done - told < orders / 4) return;
    told = done;
    log(`  ${done} of ${orders} orders`);
  });
  rebuildReadModels(core.db, projections, { countFailedChecks: countFailedChecksOf(openCatalogShelf(core.db)) });
  core.db.pragma('wal_checkpoint(TRUNCATE)');
  core.db.close();
}

/** Raise it when `busyOrders` gives other histories. */
const HISTORIES = 1;

/** Changes whenever a workspace made before would be another one now. */
function fingerprint(): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([HISTORIES, benchCatalog, documentOf(0), documentOf(1)]));
  for (const { name, up } of migrations) hash.update(name + String(up));
  for (const { name, version, create, indexes } of projections) {
    hash.update(JSON.stringify([name, version, create, indexes]));
  }
  return hash.digest('hex').slice(0, 12);
}
