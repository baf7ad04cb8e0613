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
  /** Has the thread read the whole file for damage between its looks, and tells what was found; nothing for a sound file. */
  readonly onChecked?: (found: readonly string[]) => void;
};

/** What the thread says. */
export type CheckpointerMessage = 'started' | 'finished' | { readonly checked: readonly string[] };

export type CheckpointerData = { readonly file: string; readonly everyMs: number; readonly check: boolean };

const EVERY_MS = 200;

/** Never rejects: a thread that cannot start leaves the fallback, which `openWriter` has already set. */
export function startCheckpointer(file: string, options: CheckpointerOptions = {}): Promise<Checkpointer> {
  const { entry = new URL('threads/checkpointer.ts', import.meta.url), everyMs = EVERY_MS, onChecked } = options;
  return new Promise(resolve => {
    const workerData: CheckpointerData = { file, everyMs, check: onChecked !== undefined };
    const worker = new Worker(entry, { workerData, name: 'checkpointer' });
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
    worker.on('message', (message: CheckpointerMessage) => {
      if (typeof message === 'object') onChecked?.(message.checked);
      if (message !== 'started') return;
      // From here on the thread alone must not keep the process alive.
      worker.unref();
      resolve(checkpointer);
    });
  });
}
