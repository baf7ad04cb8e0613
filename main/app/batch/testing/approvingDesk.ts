/** A program that approves every New order of a workspace as one batch, and is killed on the way: for the test of what is found afterwards. */
import { openKilledDesk } from './killedDesk.ts';

const [workspaceDir = '', samplesDir = '', batchId = '', until = ''] = process.argv.slice(2);
const desk = openKilledDesk(workspaceDir, samplesDir, Number(until));
const { items } = await desk.must('batch.freeze', { states: ['new'] });
await desk.must('batch.approve', { commandId: batchId, items });
await desk.idle();
