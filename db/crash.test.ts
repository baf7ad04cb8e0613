import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { quickCheck } from './health.ts';
import { projections } from './projections/list.ts';
import { rebuildReadModels } from './projections/rebuild.ts';
import { findReceipt } from './receipts.ts';
import { dumpReadModels } from './testing/dumpReadModels.ts';
import { diceOf } from './testing/randomWork.ts';
import { tempFolder, type TempFolder } from './testing/tempFolder.ts';
import { countFailedChecks, openTestFile } from './testing/testDesk.ts';

const KILLS = 6;

let folder: TempFolder;
beforeEach(() => {
  folder = tempFolder();
});
afterEach(() => {
  folder.remove();
});

/** Lets a desk work on the file, kills it in the middle of things, and gives the commands it had told to be committed. */
async function workUntilKilled(file: string, seed: number, commits: number): Promise<readonly string[]> {
  const program = fileURLToPath(new URL('testing/busyDesk.ts', import.meta.url));
  const desk = spawn(process.execPath, [program, file, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(desk, 'exit');
  const told: string[] = [];
  for await (const line of createInterface(desk.stdout)) {
    told.push(line);
    if (told.length === commits) desk.kill('SIGKILL');
  }
  expect(await gone).toEqual([null, 'SIGKILL']);
  return told;
}

test(
  'X15 whatever was told to be saved survives a kill at any moment, whole, and the read models agree with the log',
  { timeout: 60_000 },
  async () => {
    const file = folder.file('desk.db');
    const dice = diceOf(7);
    const told: string[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      told.push(...(await workUntilKilled(file, kill, 1 + dice.below(80))));
      const db = openTestFile(file);
      expect(quickCheck(db)).toEqual([]);
      expect(told.filter(commandId => findReceipt(db, commandId) === undefined)).toEqual([]);
      // A receipt tells how many events its command had: none may be missing, and none be there without a receipt.
      const halves = db
        .prepare(
          `SELECT command_id FROM event LEFT JOIN command USING (command_id)
         GROUP BY command_id HAVING count(*) IS NOT CAST(result AS INTEGER)`,
        )
        .all();
      expect(halves).toEqual([]);
      const kept = dumpReadModels(db);
      db.exec('UPDATE read_model SET version = 0');
      rebuildReadModels(db, projections, { countFailedChecks });
      expect(dumpReadModels(db)).toEqual(kept);
      db.close();
    }
    expect(new Set(told).size).toBe(told.length);
  },
);
