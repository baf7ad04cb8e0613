/** The common frame of a thread of the app: opens its side, answers calls in turn, closes when told. */
import { parentPort, workerData } from 'node:worker_threads';
import { v7 } from 'uuid';
import type { AppOptions } from '../createApp.ts';
import type { Serve } from '../serve.ts';
import { replyText } from '../written.ts';
import type { FromThread, ThreadData, ToThread } from './protocol.ts';

type Side = { readonly serve: Serve; readonly close: () => void | Promise<void> };

export function hostSide(open: (options: AppOptions, say: (message: FromThread) => void) => Side): void {
  const port = parentPort;
  if (port === null) throw new Error('This file is the entry of a worker thread');
  /** While a call is carried out: whoever made it hears what came of it first, and then, like everybody, that it is so. */
  let held: FromThread[] | undefined;
  const say = (message: FromThread): void => {
    if (held && message.kind === 'notice') held.push(message);
    else port.postMessage(message);
  };
  const options: AppOptions = {
    ...(workerData as ThreadData),
    now: () => new Date().toISOString(),
    newId: v7,
    log: line => say({ kind: 'log', line }),
    schedule: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
  let side: Side;
  try {
    side = open(options, say);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    say({ kind: 'failed', name, message });
    return;
  }
  port.on('message', (message: ToThread) => {
    if (message.kind === 'call') {
      const notices: FromThread[] = [];
      held = notices;
      const reply = side.serve(message.name, message.input);
      held = undefined;
      say({ kind: 'reply', id: message.id, reply: replyText(reply) });
      for (const notice of notices) say(notice);
      return;
    }
    void Promise.resolve(side.close()).then(() => {
      say({ kind: 'closed' });
      port.close();
    });
  });
  say({ kind: 'ready' });
}
