/** A program that approves every New order of a workspace as one batch, and is killed on the way: for the test of what is found afterwards. */
import { createApp } from '../../createApp.ts';
import { v7 } from 'uuid';
import type { CallName, Input, Output } from '../../../../preload/contract/contract.ts';

const [workspaceDir = '', samplesDir = '', batchId = '', until = ''] = process.argv.slice(2);
const app = createApp({
  workspaceDir,
  samplesDir,
  appVersion: '0.0.0-test',
  now: () => new Date().toISOString(),
  newId: v7,
  log: line => void process.stderr.write(`${line}\n`),
});
app.subscribe(({ name, body }) => {
  if (name === 'job.changed' && body.job.done >= Number(until)) process.kill(process.pid, 'SIGKILL');
});

async function must<C extends CallName>(name: C, input: Input<C>): Promise<Output<C>> {
  const reply = await app.serve(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
  return reply.value as Output<C>;
}

const { items } = await must('batch.freeze', { states: ['new'] });
await must('batch.approve', { commandId: batchId, items });
await app.idle();
