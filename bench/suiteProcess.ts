/** Entry of the process of one benchmark: none leaves its garbage or its warm code to the next. */
import type { SuiteOrder } from './bench.ts';
import type { Finding } from './measure/finding.ts';
import { suites } from './suites/list.ts';

process.once('message', (message: unknown) => {
  void run(message as SuiteOrder).then(findings => process.send?.(findings, () => process.disconnect()));
});

async function run({ name, tasks, share }: SuiteOrder): Promise<readonly Finding[]> {
  const suite = suites.find(one => one.name === name);
  if (suite === undefined) throw new Error(`There is no benchmark ${name}.`);
  return suite.run({ log: line => console.error(line), tasks, rounds: full => Math.ceil(full * share) });
}
