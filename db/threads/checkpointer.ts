/** The thread that keeps the write-ahead log short: looks at it a few times a second until it is told to finish, and between looks reads the file for damage when it was asked to. */
import { parentPort, workerData } from 'node:worker_threads';
import { openCheckpoints } from '../checkpoint.ts';
import type { CheckpointerData, CheckpointerMessage } from '../checkpointer.ts';
import { quickCheckSteps } from '../health.ts';
import { openReader, openWriter } from '../open.ts';

const { file, everyMs, check } = workerData as CheckpointerData;
const db = openWriter(file, { busyTimeoutMs: 1_000 });
const checkpoints = openCheckpoints(db);
const timer = setInterval(checkpoints.look, everyMs);
const say = (message: CheckpointerMessage): void => parentPort?.postMessage(message);
let finished = false;

parentPort?.once('message', () => {
  finished = true;
  clearInterval(timer);
  checkpoints.finish();
  db.close();
  say('finished');
});
say('started');
if (check) checkFile();

/** One table at a time: looks at the log and the word to finish have their turn between two. */
function checkFile(): void {
  const reader = openReader(file);
  const steps = quickCheckSteps(reader);
  const goOn = (): void => {
    const step = finished ? undefined : steps.next();
    if (step !== undefined && step.done !== true) return void setImmediate(goOn);
    reader.close();
    if (step !== undefined) say({ checked: step.value });
  };
  setImmediate(goOn);
}
