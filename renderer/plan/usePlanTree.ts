/** Asks for the plan of an order piece by piece and keeps the pieces together as one tree. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Output } from '../../preload/contract/contract.ts';
import { useCall } from '../calls.ts';
import { useDesk } from '../DeskProvider.tsx';
import type { Problem } from '../words/refusalWords.ts';
import type { PlanSource } from './planSource.ts';
import { joinParts, partAfter, type PlanPart, type PlanTreeData } from './planRows.ts';

const PART_SIZE = 1000;

type Wanted = { readonly root: string; readonly after: string | null };

export type PlanTreeState = {
  readonly data: PlanTreeData | undefined;
  /** Of the order that is shown; 0 until it has come. */
  readonly version: number;
  readonly problem: Problem | undefined;
  readonly reload: () => void;
  /** Asks for the children of this node that are not there yet; a second time does nothing. */
  readonly askRest: (parent: string) => void;
  /** The nodes whose further children could not be had. */
  readonly failed: ReadonlySet<string>;
  readonly retry: () => void;
};

export function usePlanTree(source: PlanSource, enabled: boolean): PlanTreeState {
  const desk = useDesk();
  const [wanted, setWanted] = useState<readonly Wanted[]>([]);
  // What was there before stays until another moment of the plan has come.
  const first = { ...source, root: 'order', after: null, limit: PART_SIZE };
  const whole = useCall('plan.tree', first, { enabled, keepPrevious: true });
  const { parts, failed, retry } = useQueries({
    queries: wanted.map(({ root, after }) => ({
      queryKey: ['plan.tree', { ...source, root, after, limit: PART_SIZE }],
      queryFn: async (): Promise<Output<'plan.tree'>> => {
        const reply = await desk.call('plan.tree', { ...source, root, after, limit: PART_SIZE });
        if (!reply.ok) throw new Error(reply.error.code);
        return reply.value;
      },
    })),
    combine: results => ({
      parts: results.flatMap(({ data }, index): PlanPart[] => {
        const root = wanted[index]?.root;
        return data && root !== undefined ? [{ root, nodes: data.nodes, next: data.next }] : [];
      }),
      failed: new Set(results.flatMap(({ isError }, index) => (isError ? [wanted[index]?.root ?? ''] : []))),
      retry: () => {
        for (const result of results) if (result.isError) void result.refetch();
      },
    }),
  });
  const answer = whole.value;
  const data = useMemo(
    () => answer && joinParts([{ root: 'order', nodes: answer.nodes, next: answer.next }, ...parts]),
    [answer, parts],
  );
  const askRest = useCallback(
    (parent: string) => {
      if (!data) return;
      const next = partAfter(data, parent);
      setWanted(asked =>
        asked.some(({ root, after }) => root === next.root && after === next.after) ? asked : [...asked, next],
      );
    },
    [data],
  );
  return { data, version: answer?.version ?? 0, problem: whole.problem, reload: whole.reload, askRest, failed, retry };
}
