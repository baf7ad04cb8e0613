/** `npm run bench`: runs every benchmark, prints one table, and fails when a budget is missed. */
import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SuiteOrder } from './bench.ts';
import type { Finding } from './measure/finding.ts';
import { tableOf } from './measure/printTable.ts';
import { suites } from './suites/list.ts';

const FULL = 1_000_000;
const QUICK = 200_000;
const NAMES = suites.map(({ name }) => name).join(', ');
const USAGE = `Usage: npm run bench -- [--quick] [--tasks N] [--only NAME]…\nNames: ${NAMES}`;

export async function main(args: readonly string[]): Promise<void> {
  const { quick, tasks = quick ? QUICK : FULL, only } = read(args);
  const findings: Finding[] = [];
  for (const { name } of suites) {
    if (only.length > 0 && !only.includes(name)) continue;
    console.error(`${name} (load ${load()})`);
    findings.push(...(await runAlone({ name, tasks, share: quick ? 1 / 3 : 1 })));
  }
  console.log(`\n${tableOf(findings)}\n`);
  console.log(`${tasks} tasks; load at the end ${load()}; ${process.platform}, Node ${process.versions.node}.`);
  const missed = findings.filter(({ verdict }) => verdict === 'missed');
  if (missed.length > 0) {
    console.log(`${missed.length} of ${findings.length} missed their budget.`);
    process.exitCode = 1;
  }
}

function runAlone(order: SuiteOrder): Promise<readonly Finding[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('suiteProcess.ts', import.meta.url)));
    child.once('message', message => resolve(message as readonly Finding[]));
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The benchmark ${order.name} did not come to its end.`)));
    child.send(order);
  });
}

const load = (): string =>
  loadavg()
    .map(value => value.toFixed(1))
    .join(' ');

function read(args: readonly string[]): { quick: boolean; tasks?: number; only: readonly string[] } {
  const options = {
    quick: { type: 'boolean' },
    tasks: { type: 'string' },
    only: { type: 'string', multiple: true },
  } as const;
  const { quick = false, tasks, only = [] } = parseArgs({ args: [...args], options }).values;
  const unknown = only.find(name => !suites.some(suite => suite.name === name));
  if (unknown !== undefined) throw new Error(`There is no benchmark "${unknown}".\n${USAGE}`);
  if (tasks === undefined) return { quick, only };
  if (!(Number(tasks) >= 1_000)) throw new Error(`--tasks needs a number from 1000 up.\n${USAGE}`);
  return { quick, only, tasks: Number(tasks) };
}
