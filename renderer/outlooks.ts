/** How the rows in sight stand against the clock: everything that is asked for within a moment goes in one call, and the rows do not wait for it. */
import { useQuery } from '@tanstack/react-query';
import type { Bridge } from '../preload/contract/bridge.ts';
import type { BriefOutlook, TaskLevel } from '../preload/contract/plan.ts';
import { useDesk } from './DeskProvider.tsx';

/** Long enough for a row that is only scrolled past to be gone again. */
const GATHER_MS = 60;
/** As many as one call takes. */
const MOST = 100;
/** The level follows the clock, of which no notice comes. */
const MINUTE_MS = 60_000;

type Gatherer<Key, Value> = (key: Key, signal: AbortSignal) => Promise<Value | null>;
type Waiting<Key, Value> = {
  readonly key: Key;
  readonly signal: AbortSignal;
  readonly resolve: (value: Value | null) => void;
  readonly reject: (why: unknown) => void;
};

/** `ask` gives what was found and what has to be asked for again. */
function gather<Key, Value>(
  ask: (
    keys: Key[],
  ) => Promise<{ readonly found: (key: Key) => Value | undefined; readonly isLeft: (key: Key) => boolean }>,
): Gatherer<Key, Value> {
  let waiting: Waiting<Key, Value>[] = [];
  let running = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const now = waiting.filter(({ signal }) => !signal.aborted).slice(0, MOST);
      waiting = waiting.filter(one => !one.signal.aborted && !now.includes(one));
      if (now.length === 0) continue;
      try {
        const { found, isLeft } = await ask(now.map(({ key }) => key));
        for (const one of now) if (!isLeft(one.key)) one.resolve(found(one.key) ?? null);
        waiting.unshift(...now.filter(({ key }) => isLeft(key)));
      } catch (why) {
        for (const one of now) one.reject(why);
      }
    }
    running = false;
  }

  return (key, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, signal, resolve, reject });
      if (running) return;
      running = true;
      setTimeout(() => void run(), GATHER_MS);
    });
}

type TaskKey = { readonly orderId: string; readonly task: number };
type Gatherers = {
  readonly ofOrder: Gatherer<string, BriefOutlook>;
  readonly ofTask: Gatherer<TaskKey, TaskLevel>;
};

const kept = new WeakMap<Bridge, Gatherers>();

function gatherersOf(desk: Bridge): Gatherers {
  const known = kept.get(desk);
  if (known) return known;
  const made: Gatherers = {
    ofOrder: gather(async orderIds => {
      const reply = await desk.call('outlooks.of', { orderIds });
      if (!reply.ok) throw new Error(reply.error.code);
      const outlooks = new Map(reply.value.outlooks.map(outlook => [outlook.orderId, outlook]));
      const left = new Set(reply.value.left);
      return { found: id => outlooks.get(id), isLeft: id => left.has(id) };
    }),
    ofTask: gather(async tasks => {
      const reply = await desk.call('outlooks.ofTasks', { tasks });
      if (!reply.ok) throw new Error(reply.error.code);
      const nameOf = ({ orderId, task }: TaskKey): string => `${orderId}/${task}`;
      const levels = new Map(reply.value.levels.map(level => [nameOf(level), level]));
      return { found: key => levels.get(nameOf(key)), isLeft: () => false };
    }),
  };
  kept.set(desk, made);
  return made;
}

/** Undefined until it has come, null when there is nothing to tell. */
export function useBriefOutlook(orderId: string, enabled: boolean): BriefOutlook | null | undefined {
  const desk = useDesk();
  return useQuery({
    queryKey: ['outlooks.of', { orderId }],
    queryFn: ({ signal }) => gatherersOf(desk).ofOrder(orderId, signal),
    refetchInterval: MINUTE_MS,
    enabled,
  }).data;
}

export function useTaskLevel({ orderId, task }: TaskKey, enabled: boolean): TaskLevel | null | undefined {
  const desk = useDesk();
  return useQuery({
    queryKey: ['outlooks.ofTasks', { orderId, task }],
    queryFn: ({ signal }) => gatherersOf(desk).ofTask({ orderId, task }, signal),
    refetchInterval: MINUTE_MS,
    enabled,
  }).data;
}
