import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
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
