import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWriter } from '../../db/open.ts';
import { dumpReadModels } from '../../db/testing/dumpReadModels.ts';
import { addApproved, freeTasks, sendTo, workOn } from '../workspace/askedCommands.ts';
import { openCore } from '../workspace/openCore.ts';
import { createRecorder, rawWriter } from './recordedWrites.ts';

test('what is written raw is row for row what the core writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const recorder = createRecorder();
  const core = openCore(join(folder, 'core.db'), { seed: 1, onOpen: recorder.watch });
  openCore(join(folder, 'raw.db'), { seed: 1 }).db.close();
  const raw = openWriter(join(folder, 'raw.db'));
  const writes = [recorder.record(() => addApproved(core, 1, {}))];
  const asked = workOn(freeTasks(core, 1));
  for (const one of asked) writes.push(recorder.record(() => sendTo(core, one)));
  const write = rawWriter(raw, writes);
  for (const one of writes) write(one);
  expect(asked).toHaveLength(4);
  expect(dumpReadModels(raw)).toEqual(dumpReadModels(core.db));
  for (const table of ['event', 'command', 'number_sequence', 'source_key']) {
    const rows = (db: typeof raw): unknown[] => db.prepare(`SELECT * FROM ${table}`).all();
    expect(rows(raw)).toEqual(rows(core.db));
  }
  core.db.close();
  raw.close();
});
