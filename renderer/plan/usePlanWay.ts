/** Where a person is in a plan: which part is chosen, which branches are open, and where a key or a link leads. */
import { useCallback, useEffect, useState } from 'react';
import { navigate } from '../route.ts';
import { readOutsideKey } from './outsideKey.ts';
import { branchesOf, partOf, rememberBranches, rememberPart } from './planMemory.ts';
import type { PlanTreeData } from './planRows.ts';
import type { PlanSource } from './planSource.ts';
import { usePlanLead } from './usePlanLead.ts';

export type PlanWay = {
  readonly selected: string;
  readonly select: (key: string) => void;
  /** What the person opened and closed. */
  readonly chosen: ReadonlyMap<string, boolean>;
  readonly expand: (key: string, expanded: boolean) => void;
  /** Selects a part wherever it was named, and opens the branches above it; leaves the plan for what is not in it. */
  readonly go: (key: string) => void;
  /** Opens a part on the screen of its own. */
  readonly open: (key: string) => void;
};

type Input = {
  readonly source: PlanSource;
  readonly data: PlanTreeData | undefined;
  readonly askRest: (parent: string) => void;
  /** No task of it exists yet that could be opened. */
  readonly isPreview: boolean;
};

export function usePlanWay({ source, data, askRest, isPreview }: Input): PlanWay {
  const { orderId, asOf } = source;
  const [selected, select] = useState(() => partOf(orderId));
  const [chosen, setChosen] = useState(() => branchesOf(orderId));
  useEffect(() => rememberPart(orderId, selected), [orderId, selected]);
  useEffect(() => rememberBranches(orderId, chosen), [orderId, chosen]);

  const expand = useCallback(
    (key: string, expanded: boolean) => setChosen(before => new Map(before).set(key, expanded)),
    [],
  );
  const onOpen = useCallback(
    (keys: readonly string[]) => setChosen(before => new Map([...before, ...keys.map(key => [key, true] as const)])),
    [],
  );
  const lead = usePlanLead({ source, data, onOpen, askRest });

  const go = useCallback(
    (key: string): void => {
      const outside = readOutsideKey(key);
      if (key.startsWith('F')) navigate({ screen: 'fallout', orderId, fallout: Number(key.slice(1)) });
      else if (outside) {
        rememberPart(outside.orderId, outside.node);
        navigate({ screen: 'order', orderId: outside.orderId, tab: 'plan' });
      } else {
        lead(key);
        select(key);
      }
    },
    [orderId, lead],
  );

  const open = useCallback(
    (key: string): void => {
      if (key === 'order') navigate({ screen: 'order', orderId, tab: 'overview' });
      if (isPreview && key.startsWith('T')) return;
      rememberPart(orderId, key);
      if (key.startsWith('T')) navigate({ screen: 'tasks', orderId, task: Number(key.slice(1)) });
      else if (/^[DL]/.test(key)) {
        const moment = asOf === undefined ? {} : { asOf };
        navigate({ screen: 'order', orderId, tab: 'specifications', at: key, ...moment });
      }
    },
    [orderId, isPreview, asOf],
  );

  return { selected, select, chosen, expand, go, open };
}
