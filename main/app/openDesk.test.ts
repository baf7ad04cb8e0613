import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openReader, openWriter } from '../../db/open.ts';
import { findSetting, putSetting } from '../../db/settings.ts';
import { damageTable } from '../../db/testing/damageTable.ts';
import { workspaceFile } from './createApp.ts';
import { openDesk } from './openDesk.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'desk-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('two threads open one workspace: what one writes, the other reads', async () => {
  const workspaceDir = join(folder(), 'new', 'workspace');
  const desk = await openDesk({ workspaceDir, log: () => undefined });
  const told = new Promise(resolve => desk.subscribe(resolve));
  expect(await desk.serve('workspace.status', {})).toMatchObject({ ok: true, value: { firstRun: true } });
  expect(await desk.serve('workspace.startEmpty', { name: 'Ana' })).toEqual({ ok: true, value: {} });
  expect(await desk.serve('workspace.status', {})).toMatchObject({
    ok: true,
    value: { firstRun: false, person: { name: 'Ana' }, folder: workspaceDir },
  });
  expect(await told).toEqual({ name: 'workspace.changed', body: {} });
  await desk.close();
});

test('a workspace that is no database is refused in words that name the file', async () => {
  const workspaceDir = folder();
  writeFileSync(
    join(workspaceDir, 'workspace.db'),
    'This is a letter to my mother, and longer than a header.'.repeat(20),
  );
  await expect(openDesk({ workspaceDir, log: () => undefined })).rejects.toThrow('workspace.db');
});

test('after closing, a call is answered as a fault instead of waiting for ever', async () => {
  const desk = await openDesk({ workspaceDir: folder(), log: () => undefined });
  await desk.close();
  expect(await desk.serve('counts.get', {})).toMatchObject({ ok: false, error: { code: 'Internal' } });
});

/** A workspace that somebody began in, and whose last session was killed. */
async function killed(): Promise<string> {
  const workspaceDir = folder();
  const desk = await openDesk({ workspaceDir, log: () => undefined });
  await desk.serve('workspace.startEmpty', { name: 'Ana' });
  await desk.close();
  const db = openWriter(workspaceFile(workspaceDir));
  putSetting(db, 'session.startedAt', '2026-11-23T08:00:00.000Z');
  db.close();
  return workspaceDir;
}

/** Opens the workspace and waits until the log says how its file is. */
async function openedAndChecked(workspaceDir: string) {
  const checked = Promise.withResolvers<string>();
  const log = (line: string): void => {
    if (line.startsWith('The workspace file is')) checked.resolve(line);
  };
  const desk = await openDesk({ workspaceDir, log });
  const line = await checked.promise;
  const status = await desk.serve('workspace.status', {});
  return { desk, line, status };
}

test('after a session that was killed the file is looked through, and a sound one is said to be sound', async () => {
  const { desk, line, status } = await openedAndChecked(await killed());
  expect(line).toBe('The workspace file is sound.');
  expect(status).toMatchObject({ ok: true, value: { damaged: false } });
  await desk.close();
});

test('a file that was damaged is said to be so, and is looked through again at every start until it is sound', async () => {
  const workspaceDir = await killed();
  damageTable(workspaceFile(workspaceDir), 'source_key');
  for (let start = 0; start < 2; start += 1) {
    const { desk, line, status } = await openedAndChecked(workspaceDir);
    expect(line).toContain('The workspace file is damaged: ');
    expect(status).toMatchObject({ ok: true, value: { damaged: true, person: { name: 'Ana' } } });
    await desk.close();
  }
  const db = openReader(workspaceFile(workspaceDir));
  expect(findSetting(db, 'session.startedAt')).toBeUndefined();
  db.close();
});
