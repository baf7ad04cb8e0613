/** Lists the capabilities that the last test run proved, and fails when `docs/features.md` tells another story. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { disagreements, provenIds, readRows } from './featureTable.ts';
import { readOutcomes } from './testReports.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TABLE = join(ROOT, 'docs/features.md');

export function main(): void {
  const outcomes = readOutcomes(join(ROOT, 'test-results'));
  const proven = provenIds(outcomes);
  console.log(`${proven.length} capabilities proven: ${proven.join(' ')}`);
  const wrong = disagreements(existsSync(TABLE) ? readRows(readFileSync(TABLE, 'utf8')) : [], outcomes);
  if (wrong.length > 0) throw new Error(`docs/features.md does not agree with the tests:\n${wrong.join('\n')}`);
}
