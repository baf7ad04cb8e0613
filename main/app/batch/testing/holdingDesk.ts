/** A program that puts every step of a plan on hold as one batch, and is killed on the way: for the test of what is found afterwards. */
import { openKilledDesk } from './killedDesk.ts';

const [workspaceDir = '', samplesDir = '', orderId = '', batchId = '', until = ''] = process.argv.slice(2);
const desk = openKilledDesk(workspaceDir, samplesDir, Number(until));
const frozen = await desk.must('steps.freeze', { orderId, root: 'order', filter: {} });
const items = frozen.items.map(({ above: _above, ...item }) => item);
await desk.must('steps.run', { commandId: batchId, deed: { type: 'hold', reason: 'Storm.' }, items });
await desk.idle();
