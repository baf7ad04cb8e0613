/** The closing line of a test run: how many tests passed and failed, over all reports. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOutcomes } from './testReports.ts';

/** @param args how many steps around the tests failed */
export function main([failedSteps = '0']: readonly string[]): void {
  const outcomes = readOutcomes(join(fileURLToPath(new URL('..', import.meta.url)), 'test-results'));
  const count = (state: string): number => outcomes.filter(outcome => outcome.state === state).length;
  console.log(`${count('passed')} passed, ${Math.max(count('failed'), Number(failedSteps))} failed`);
}
