/** The thread that keeps the write-ahead log short: looks at it a few times a second until it is told to finish. */
import { parentPort, workerData } from 'node:worker_threads';
import { openCheckpoints } from '../checkpoint.ts';
import { openWriter } from '../open.ts';

const { file, everyMs } = workerData as { readonly file: string; readonly everyMs: number };
const db = openWriter(file, { busyTimeoutMs: 1_000 });
const checkpoints = openCheckpoints(db);
const timer = setInterval(checkpoints.look, everyMs);

parentPort?.once('message', () => {
  clearInterval(timer);
  checkpoints.finish();
  db.close();
  parentPort?.postMessage('finished');
});
parentPort?.postMessage('started');
