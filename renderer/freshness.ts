/** Which cached answers a notice makes old: queues and counts for any changed order, and everything asked of that order by name. */
import type { Query, QueryClient } from '@tanstack/react-query';
import type { Bridge } from '../preload/contract/bridge.ts';
import type { CallName } from '../preload/contract/contract.ts';
import type { Job } from '../preload/contract/intake.ts';
import { afterFrame } from './afterFrame.ts';

const ACROSS_ORDERS: ReadonlySet<string> = new Set<CallName>([
  'orders.page',
  'tasks.page',
  'fallouts.page',
  'counts.get',
  'search.find',
]);

const OF_THE_SESSION: ReadonlySet<string> = new Set<CallName>([
  'workspace.status',
  'codes.get',
  'specifications.find',
  'job.recent',
  'batch.recent',
  'policy.get',
]);

/** What these answer of an order follows from the policy too: who approves, when a team works. */
const OF_THE_POLICY: ReadonlySet<string> = new Set<CallName>([
  'order.get',
  'plan.tree',
  'plan.graph',
  'plan.outlook',
  'plan.find',
  'outlooks.of',
  'outlooks.ofTasks',
  'task.get',
]);

const OF_A_JOB: ReadonlySet<string> = new Set<CallName>(['job.results', 'batch.results']);

/** The list in which a job stands: imports in one, what is done to many at once in the other. */
const listOf = (kind: Job['kind']): CallName =>
  kind === 'approve' || kind === 'steps' || kind === 'undoSteps' ? 'batch.recent' : 'job.recent';

/** The first change is followed as soon as what the person has just done is seen; those that come so soon after it are followed together. */
const GATHER_MS = 80;

type Asked = { readonly orderId?: string; readonly jobId?: string };

const nameOf = (query: Query): string => String(query.queryKey[0]);
const askedOf = (query: Query): Asked => query.queryKey[1] ?? {};

type Old = (query: Query) => boolean;

/** A first answer still on its way may have been read before the change: it is given up, or it would stand as if it were fresh. */
async function askAgain(client: QueryClient, isOld: Old): Promise<void> {
  await client.cancelQueries({ predicate: query => query.state.data === undefined && isOld(query) });
  await client.invalidateQueries({ predicate: isOld });
}

/** Listens until the returned function is called. */
export function followNotices(desk: Bridge, client: QueryClient): () => void {
  const orders = new Set<string>();
  let many = false;
  let isFollowing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Answers whether there was anything to follow. */
  function refresh(): boolean {
    const changed = new Set(orders);
    const all = many;
    if (changed.size === 0 && !all) return false;
    orders.clear();
    many = false;
    void askAgain(client, query => {
      const { orderId } = askedOf(query);
      return ACROSS_ORDERS.has(nameOf(query)) || (orderId !== undefined && (all || changed.has(orderId)));
    });
    return true;
  }

  function follow(): void {
    isFollowing = refresh();
    if (isFollowing) timer = setTimeout(follow, GATHER_MS);
  }

  const stops = [
    desk.on('orders.changed', body => {
      for (const id of body.orderIds) orders.add(id);
      many ||= body.many;
      if (isFollowing) return;
      isFollowing = true;
      afterFrame(follow);
    }),
    desk.on('workspace.changed', () => {
      void askAgain(client, query =>
        [OF_THE_SESSION, OF_THE_POLICY, ACROSS_ORDERS].some(set => set.has(nameOf(query))),
      );
    }),
    desk.on('job.changed', ({ job }) => {
      const queryKey = ['job.get', { jobId: job.id }];
      void client.cancelQueries({ queryKey }).then(() => client.setQueryData(queryKey, job));
      void askAgain(
        client,
        query => nameOf(query) === listOf(job.kind) || (OF_A_JOB.has(nameOf(query)) && askedOf(query).jobId === job.id),
      );
    }),
  ];
  return () => {
    clearTimeout(timer);
    orders.clear();
    many = false;
    for (const stop of stops) stop();
  };
}
