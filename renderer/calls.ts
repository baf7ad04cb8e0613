/** How a component asks the app: `useCall` for one answer, `usePages` for a long list, `useCommand` and `useAsk` to have something done. */
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Bridge, Reply } from '../preload/contract/bridge.ts';
import type { CallName, Calls, Input, Output } from '../preload/contract/contract.ts';
import { typeAheadOf } from './actions/typeAhead.ts';
import { afterFrame } from './afterFrame.ts';
import { caughtUp } from './caughtUp.ts';
import { useDesk } from './DeskProvider.tsx';
import { useOwnDeeds } from './ownDeeds.ts';
import { useSayRefusal } from './sayRefusal.ts';
import { deedOf, isDeed } from './undo/deedOf.ts';
import { useUndoStack } from './undo/undoStack.ts';
import type { Problem } from './words/refusalWords.ts';

/** Carries a refusal through the query cache, which knows only thrown errors. */
class NotAnswered extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const problemOf = (error: Error | null): Problem | undefined => {
  if (!error) return undefined;
  return error instanceof NotAnswered ? error.problem : { code: 'Internal', message: error.message };
};

async function answer<C extends CallName>(desk: Bridge, name: C, input: Input<C>): Promise<Output<C>> {
  const reply = await desk.call(name, input);
  if (!reply.ok) throw new NotAnswered(reply.error);
  return reply.value;
}

export type CallState<T> = {
  /** The answer; while it is asked again the old one stays. */
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  /** True until the first answer. */
  readonly loading: boolean;
  /** True when the value shown answers an earlier input (`keepPrevious`). */
  readonly previous: boolean;
  readonly reload: () => void;
};

type CallOptions = {
  readonly enabled?: boolean;
  readonly keepPrevious?: boolean;
  /** Asks again after so many milliseconds too: for what must notice that the app is gone, of which no notice comes. */
  readonly every?: number;
};

/** Asks once and again whenever a notice says that the answer may have changed. */
export function useCall<C extends CallName>(name: C, input: Input<C>, options: CallOptions = {}): CallState<Output<C>> {
  const desk = useDesk();
  const { enabled = true, keepPrevious = false, every = false } = options;
  const query = useQuery<Output<C>>({
    queryKey: [name, input],
    queryFn: () => answer(desk, name, input),
    enabled,
    refetchInterval: every,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
  return {
    value: query.data,
    problem: problemOf(query.error),
    loading: query.isLoading,
    previous: query.isPlaceholderData,
    reload: () => void query.refetch(),
  };
}

/** The calls that answer one page at a time: the field that asks for the next, and what it is at first. */
const pages = {
  'orders.page': { field: 'after', first: null },
  'tasks.page': { field: 'after', first: null },
  'fallouts.page': { field: 'after', first: null },
  'order.activity': { field: 'before', first: null },
  'order.lines': { field: 'after', first: 0 },
  'order.breakdown': { field: 'after', first: 0 },
  'job.results': { field: 'after', first: -1 },
  'history.compare': { field: 'after', first: 0 },
} as const satisfies Partial<Record<CallName, { readonly field: string; readonly first: null | number }>>;

export type PageName = keyof typeof pages;
type PageInput<C extends PageName> = Omit<Input<C>, 'after' | 'before' | 'limit'>;
type PageOf<C extends PageName> = { rows: Output<C>['rows'][number][]; next: string | null; total: number };

export const PAGE_SIZE = 100;

export type PagesState<Row> = {
  readonly rows: readonly Row[];
  /** How many there are in all, loaded or not. */
  readonly total: number;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly loading: boolean;
  readonly loadingMore: boolean;
  readonly problem: Problem | undefined;
  readonly reload: () => void;
  /** Takes out what has left the list by a deed of the person, before the list is read again. */
  readonly drop: (hasLeft: (row: Row) => boolean) => void;
};

/** A list that grows by pages of 100; a notice asks again for the pages already shown. */
export function usePages<C extends PageName>(
  name: C,
  input: PageInput<C>,
  { enabled = true, keepPrevious = false }: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): PagesState<Output<C>['rows'][number]> {
  const desk = useDesk();
  const { field, first } = pages[name];
  const client = useQueryClient();
  const queryKey = [name, input];
  const latestKey = useRef<QueryKey>(queryKey);
  latestKey.current = queryKey;
  const query = useInfiniteQuery<PageOf<C>, Error, InfiniteData<PageOf<C>>, QueryKey, string | number | null>({
    queryKey,
    queryFn: ({ pageParam }) => {
      const page = { ...input, [field]: pageParam, limit: PAGE_SIZE } as unknown as Input<C>;
      return answer(desk, name, page);
    },
    initialPageParam: first,
    getNextPageParam: page => (page.next === null || first === null ? page.next : Number(page.next)),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const drop = useCallback(
    (hasLeft: (row: PageOf<C>['rows'][number]) => boolean) =>
      client.setQueryData<InfiniteData<PageOf<C>>>(latestKey.current, data => data && without(data, hasLeft)),
    [client],
  );
  return {
    rows: query.data?.pages.flatMap(page => page.rows) ?? [],
    total: query.data?.pages[0]?.total ?? 0,
    hasMore: hasNextPage,
    loadMore,
    loading: query.isLoading,
    loadingMore: isFetchingNextPage,
    problem: problemOf(query.error),
    reload: () => void query.refetch(),
    drop,
  };
}

function without<Row, Page extends { rows: Row[]; total: number }>(
  { pages: read, pageParams }: InfiniteData<Page>,
  hasLeft: (row: Row) => boolean,
): InfiniteData<Page> {
  const kept = read.map(({ rows }) => rows.filter(row => !hasLeft(row)));
  const left = read.reduce((count, { rows }, index) => count + rows.length - (kept[index]?.length ?? 0), 0);
  const pageAt = (page: Page, index: number): Page => ({
    ...page,
    rows: kept[index] ?? [],
    total: page.total - left,
  });
  return { pages: read.map(pageAt), pageParams };
}

type CommandName = { [C in CallName]: 'commandId' extends keyof Input<C> ? C : never }[CallName];
type WithoutId<T> = Omit<T, 'commandId'>;

export type Command<C extends CommandName> = {
  /** Never throws; a refusal has already been shown in words when it returns. */
  readonly run: (input: WithoutId<Input<C>>) => Promise<Reply<Output<C>>>;
  readonly pending: boolean;
};

/** Has something done. What is asked for again while it is being done, by a key pressed twice, is done once; and when the connection broke before the answer came, the same input is sent under the same id. */
export function useCommand<C extends CommandName>(name: C): Command<C> {
  const { ask, pending } = useAsk();
  const ownDeeds = useOwnDeeds();
  const unanswered = useRef<{ readonly input: string; readonly id: string } | null>(null);
  const underWay = useRef(new Map<string, Promise<Reply<Output<C>>>>());
  const run = useCallback(
    (asked: WithoutId<Input<C>>) => {
      const input = ownDeeds.seenBy(asked);
      const written = JSON.stringify(input);
      const same = underWay.current.get(written);
      if (same) return same;
      const send = async (): Promise<Reply<Output<C>>> => {
        const id = unanswered.current?.input === written ? unanswered.current.id : uuidv7();
        const reply = await ask(name, { ...input, commandId: id } as unknown as Input<C>);
        unanswered.current = !reply.ok && reply.error.code === 'Unreachable' ? { input: written, id } : null;
        underWay.current.delete(written);
        if (reply.ok) ownDeeds.add(reply.value);
        return reply;
      };
      const work = send();
      underWay.current.set(written, work);
      return work;
    },
    [ask, name, ownDeeds],
  );
  return { run, pending };
}

/** Goes away when it was sent; a form that stays, such as that of a note, is typed on in. */
const LEAVES = '[role=dialog], [data-leaves]';

/** Asks for something, such as to import a file; a refusal is shown in words, and what the person did so is what Ctrl+Z is about. */
export function useAsk(): {
  readonly ask: <N extends keyof Calls>(name: N, input: Input<N>) => Promise<Reply<Output<N>>>;
  readonly pending: boolean;
} {
  const desk = useDesk();
  const say = useSayRefusal();
  const undoStack = useUndoStack();
  const client = useQueryClient();
  const [running, setRunning] = useState(0);
  const carryOut = useCallback(
    async <N extends keyof Calls>(name: N, input: Input<N>): Promise<Reply<Output<N>>> => {
      setRunning(count => count + 1);
      const reply = await desk.call(name, input);
      setRunning(count => count - 1);
      if (!reply.ok) say(reply.error);
      const deed = reply.ok ? deedOf(name, input, reply.value) : undefined;
      if (deed) undoStack.push(deed);
      return reply;
    },
    [desk, say, undoStack],
  );
  const ask = useCallback(
    <N extends keyof Calls>(name: N, input: Input<N>): Promise<Reply<Output<N>>> => {
      if (!isDeed(name)) return carryOut(name, input);
      const release = typeAheadOf(client).hold({
        until: 'answer',
        sent: document.activeElement?.closest(LEAVES) ?? null,
      });
      const work = carryOut(name, input);
      undoStack.expect(work);
      // What the next key acts on is drawn as it is now.
      void work
        .then(async ({ ok }) => {
          const { orderId } = input as { readonly orderId?: string };
          if (ok && orderId !== undefined) await caughtUp(client, orderId);
        })
        .finally(() => afterFrame(release));
      return work;
    },
    [carryOut, client, undoStack],
  );
  return { ask, pending: running > 0 };
}
