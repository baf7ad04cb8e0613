/** Tells whether something built is older than what it was built from. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The newest change below the given files and folders, in milliseconds; folders count, so a deleted file is noticed. */
export function newestChange(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(newestBelow));
}

function newestBelow(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path, { withFileTypes: true }).reduce(
    (newest, entry) => (isTest(entry.name) ? newest : Math.max(newest, newestBelow(join(path, entry.name)))),
    found.mtimeMs,
  );
}

const isTest = (name: string): boolean => /\.test\.tsx?$/.test(name);

/** What was built when: part → time in milliseconds. A missing or damaged note means nothing was. */
export function readStamps(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}
