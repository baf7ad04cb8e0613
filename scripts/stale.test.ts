/** What counts as a change since the last build. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newestChange, readStamps } from './stale.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-stale-'));
  mkdirSync(join(folder, 'inner'));
  for (const [file, at] of Object.entries({ 'inner/a.ts': 100, 'inner/a.test.ts': 900, 'b.ts': 200 })) {
    writeFileSync(join(folder, file), '');
    utimesSync(join(folder, file), at, at);
  }
  touch('inner', 150);
  touch('', 150);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const touch = (path: string, at: number): void => utimesSync(join(folder, path), at, at);

it('the newest source counts, and no test does', () => {
  expect(newestChange([folder])).toBe(200_000);
});

it('a deleted file is noticed by its folder', () => {
  rmSync(join(folder, 'inner/a.ts'));
  expect(newestChange([folder])).toBeGreaterThan(200_000);
});

it('what is not there is not new', () => {
  expect(newestChange([join(folder, 'gone')])).toBe(0);
});

it('a missing or damaged note means that nothing was built', () => {
  writeFileSync(join(folder, 'built.json'), '{"main":');
  expect([readStamps(join(folder, 'built.json')), readStamps(join(folder, 'gone.json'))]).toEqual([{}, {}]);
});
