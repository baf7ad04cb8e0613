/** The window's bridge in the browser shell: the same object as Electron's, over a WebSocket that reconnects. */
import type { Bridge, Fault, Notice, Reply } from './contract/bridge.ts';
import { SOCKET_PATH } from './contract/channels.ts';
import type { CallName, Input, NoticeName, NoticeOf, Output } from './contract/contract.ts';
import type { AnswerFrame, CallFrame } from './contract/frames.ts';
import { unfolded } from './contract/replyText.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

const UNREACHABLE: { readonly ok: false; readonly error: Fault } = {
  ok: false,
  error: { code: 'Unreachable', message: 'The connection to Fulfillment Desk is lost.' },
};

/** Told after every reconnection: whatever happened meanwhile was not heard. */
const MISSED: readonly Notice[] = [
  { name: 'workspace.changed', body: {} },
  { name: 'orders.changed', body: { orderIds: [], many: true } },
];

type Waiting = { readonly frame: CallFrame; readonly settle: (reply: Reply<unknown>) => void };
type Listener = (body: never) => void;

/** Connects to the host that served the page. Calls made while it is away are answered `Unreachable` at once. */
export function connectDesk(address: string = `ws://${window.location.host}${SOCKET_PATH}`): Bridge {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<Listener>>();
  const followers = new Set<(reachable: boolean) => void>();
  let lastId = 0;
  let pause = FIRST_PAUSE_MS;
  let opened = false;
  let isReachable = true;
  let socket = connect();

  function connect(): WebSocket {
    const next = new WebSocket(address);
    next.addEventListener('open', () => {
      pause = FIRST_PAUSE_MS;
      if (opened) for (const notice of MISSED) tell(notice);
      opened = true;
      sayReachable(true);
      for (const { frame } of waiting.values()) next.send(JSON.stringify(frame));
    });
    next.addEventListener('message', event => hear(JSON.parse(String(event.data)) as AnswerFrame));
    next.addEventListener('close', () => {
      for (const { settle } of waiting.values()) settle(UNREACHABLE);
      waiting.clear();
      sayReachable(false);
      setTimeout(() => (socket = connect()), pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
    return next;
  }

  function sayReachable(now: boolean): void {
    if (now === isReachable) return;
    isReachable = now;
    for (const follow of followers) follow(now);
  }

  function tell({ name, body }: Notice): void {
    for (const listener of listeners.get(name) ?? []) listener(body as never);
  }

  function hear(frame: AnswerFrame): void {
    if ('notice' in frame) return tell(frame.notice);
    waiting.get(frame.id)?.settle(unfolded(frame.reply));
    waiting.delete(frame.id);
  }

  return {
    shell: 'browser',
    call<C extends CallName>(name: C, input: Input<C>): Promise<Reply<Output<C>>> {
      if (socket.readyState > WebSocket.OPEN) return Promise.resolve(UNREACHABLE);
      const frame: CallFrame = { id: (lastId += 1), name, input };
      return new Promise(settle => {
        waiting.set(frame.id, { frame, settle: reply => settle(reply as Reply<Output<C>>) });
        if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
      });
    },
    on<N extends NoticeName>(name: N, listener: (body: NoticeOf<N>) => void) {
      const heard = listeners.get(name) ?? new Set<Listener>();
      listeners.set(name, heard.add(listener));
      return () => {
        heard.delete(listener);
      };
    },
    onConnection(listener) {
      followers.add(listener);
      return () => {
        followers.delete(listener);
      };
    },
  };
}
