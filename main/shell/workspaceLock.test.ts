/** The lock against real processes: living, killed, and several at once. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { explainHeld, takeWorkspace } from './workspaceLock.ts';

const lockModule = JSON.stringify(new URL('./workspaceLock.ts', import.meta.url).href);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A process that tries to take the workspace, says whether it did, and stays until it is killed. */
async function another(): Promise<{ child: ChildProcess; taken: boolean }> {
  const code = `import { takeWorkspace } from ${lockModule};
    process.stdout.write(String(takeWorkspace(${JSON.stringify(folder)}, 'browser').taken));
    process.stdin.resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['pipe', 'pipe', 'ignore'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, taken: String(said) === 'true' };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

it('a second starter is told who holds the workspace', async () => {
  const { child } = await another();
  const lock = takeWorkspace(folder, 'electron');
  if (lock.taken) throw new Error('taken twice');
  expect(explainHeld(folder, lock.holder, lock.file)).toMatch(
    new RegExp(
      `^The workspace ${folder} is open in the browser shell \\(process ${child.pid}, since .*\\)\\. Close it there first\\.$`,
    ),
  );
  await kill(child);
});

it('a killed holder leaves the workspace free', async () => {
  const { child } = await another();
  await kill(child);
  expect(takeWorkspace(folder, 'electron').taken).toBe(true);
});

it('a released workspace is free and its folder clean', () => {
  const lock = takeWorkspace(folder, 'electron');
  if (lock.taken) lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

it('one of several starters gets the workspace of a killed holder', async () => {
  const { child } = await another();
  await kill(child);
  const starters = await Promise.all([another(), another(), another(), another()]);
  expect(starters.filter(starter => starter.taken)).toHaveLength(1);
  await Promise.all(starters.map(starter => kill(starter.child)));
});

const lockFile = (): string => join(folder, 'in-use.json');

function writeHolder(holder: object): void {
  const usual = {
    pid: process.pid,
    started: '',
    host: hostname(),
    shell: 'browser',
    since: '2026-11-23T05:20:00.000Z',
  };
  writeFileSync(lockFile(), JSON.stringify({ ...usual, ...holder }));
}

it.runIf(process.platform === 'linux')(
  'a process that only inherited the number of a dead holder does not hold it',
  () => {
    writeHolder({ started: 'an earlier boot/42' });
    expect(takeWorkspace(folder, 'browser').taken).toBe(true);
  },
);

it('a holder on another machine counts, and the sentence says what to delete', () => {
  writeHolder({ host: 'another-laptop', pid: 1 });
  const lock = takeWorkspace(folder, 'browser');
  if (lock.taken) throw new Error('taken from another machine');
  expect(explainHeld(folder, lock.holder, lock.file)).toContain(
    `If that machine no longer runs it, delete ${lockFile()}.`,
  );
});

it('a damaged lock file holds nobody out', () => {
  writeFileSync(lockFile(), '{"pid":');
  expect(takeWorkspace(folder, 'browser').taken).toBe(true);
  expect(readFileSync(lockFile(), 'utf8')).toContain(`"pid":${process.pid}`);
});

it('releasing leaves the lock of a later holder alone', () => {
  const lock = takeWorkspace(folder, 'electron');
  writeHolder({ since: '2026-11-23T06:00:00.000Z' });
  if (lock.taken) lock.release();
  expect(readdirSync(folder)).toEqual(['in-use.json']);
});

it('a folder that cannot be used is named in one sentence', () => {
  writeFileSync(lockFile(), '');
  expect(() => takeWorkspace(lockFile(), 'browser')).toThrow(
    `The folder ${lockFile()} cannot be used as a workspace: `,
  );
});
