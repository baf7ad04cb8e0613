/** Starts one thread of the app and gives calls to it as promises; when it dies, whoever waits is told. */
import { Worker } from 'node:worker_threads';
import type { Notice, Reply } from '../../../preload/contract/bridge.ts';
import type { FromThread, ThreadData, ToThread } from './protocol.ts';

export type Thread = {
  /** Gives the reply as JSON. */
  readonly call: (name: string, input: unknown) => Promise<string>;
  readonly close: () => Promise<void>;
};

export type ThreadListeners = {
  readonly onNotice: (notice: Notice) => void;
  readonly log: (line: string) => void;
};

/** The workspace could not be opened; the message says what is wrong and what to do, in words for the person. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
}

const gone = JSON.stringify({
  ok: false,
  error: {
    code: 'Internal',
    message: 'A part of the app has stopped. Everything acknowledged is saved; start the app again.',
  },
} satisfies Reply<never>);

export function startThread(entry: URL, data: ThreadData, { onNotice, log }: ThreadListeners): Promise<Thread> {
  const worker = new Worker(entry, { workerData: data });
  const say = (message: ToThread): void => worker.postMessage(message);
  const waiting = new Map<number, (reply: string) => void>();
  const ended = new Promise<void>(resolve => worker.once('exit', () => resolve()));
  let next = 0;
  let alive = true;

  const thread: Thread = {
    call: (name, input) =>
      alive
        ? new Promise(resolve => {
            next += 1;
            waiting.set(next, resolve);
            say({ kind: 'call', id: next, name, input });
          })
        : Promise.resolve(gone),
    close: async () => {
      if (!alive) return;
      say({ kind: 'close' });
      await ended;
    },
  };

  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      switch (message.kind) {
        case 'ready':
          resolve(thread);
          break;
        case 'failed':
          reject(new WorkspaceError(message.message));
          break;
        case 'reply':
          waiting.get(message.id)?.(message.reply);
          waiting.delete(message.id);
          break;
        case 'notice':
          onNotice(message.notice);
          break;
        case 'log':
          log(message.line);
          break;
        case 'closed':
          break;
      }
    });
    worker.on('error', error => {
      log(`A thread stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      reject(error);
    });
    worker.once('exit', () => {
      alive = false;
      for (const answer of waiting.values()) answer(gone);
      waiting.clear();
    });
  });
}
