/** Starts the thread that checkpoints a workspace file; without it the writer's own automatic checkpoints do the work. */
import { Worker } from 'node:worker_threads';

export type Checkpointer = {
  /** `writer`: the thread did not start or has died, and commits now and then wait for a checkpoint of their own. */
  readonly runsIn: () => 'thread' | 'writer';
  /** Empties the log and ends the thread. Call it before closing the writer. */
  readonly close: () => Promise<void>;
};

export type CheckpointerOptions = {
  /** Where the thread's code is; the built app knows another place than the source. */
  readonly entry?: URL;
  readonly everyMs?: number;
};

const EVERY_MS = 200;

/** Never rejects: a thread that cannot start leaves the fallback, which `openWriter` has already set. */
export function startCheckpointer(file: string, options: CheckpointerOptions = {}): Promise<Checkpointer> {
  const { entry = new URL('threads/checkpointer.ts', import.meta.url), everyMs = EVERY_MS } = options;
  return new Promise(resolve => {
    const worker = new Worker(entry, { workerData: { file, everyMs }, name: 'checkpointer' });
    let alive = true;
    const ended = new Promise<void>(done => {
      worker.once('exit', () => {
        alive = false;
        done();
        resolve(checkpointer);
      });
    });
    const checkpointer: Checkpointer = {
      runsIn: () => (alive ? 'thread' : 'writer'),
      close: async () => {
        if (!alive) return;
        worker.ref();
        worker.postMessage('finish');
        await ended;
      },
    };
    // An error ends the thread; `exit` follows and says so.
    worker.once('error', () => undefined);
    worker.on('message', (message: unknown) => {
      if (message !== 'started') return;
      // From here on the thread alone must not keep the process alive.
      worker.unref();
      resolve(checkpointer);
    });
  });
}
