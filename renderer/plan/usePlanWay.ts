/** Where a person is in a plan: which part is chosen, which branches are open, and where a key or a link leads. */
import { useCallback, useRef, useState } from 'react';
import { navigate } from '../route.ts';
import { readOutsideKey } from './outsideKey.ts';
import { rememberPart, takePart } from './planMemory.ts';
import { ancestorsOf, type PlanTreeData } from './planRows.ts';

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
  readonly orderId: string;
  readonly data: PlanTreeData | undefined;
  /** Nothing of it exists yet that could be opened. */
  readonly isPreview: boolean;
};

export function usePlanWay({ orderId, data, isPreview }: Input): PlanWay {
  const [selected, select] = useState(() => takePart(orderId));
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const latest = useRef({ data, selected });
  latest.current = { data, selected };

  const expand = useCallback(
    (key: string, expanded: boolean) => setChosen(before => new Map(before).set(key, expanded)),
    [],
  );

  const go = useCallback(
    (key: string): void => {
      const { data: tree, selected: from } = latest.current;
      const outside = readOutsideKey(key);
      if (key.startsWith('F')) {
        rememberPart(orderId, from);
        navigate({ screen: 'fallout', orderId, fallout: Number(key.slice(1)) });
      } else if (outside) {
        rememberPart(outside.orderId, outside.node);
        navigate({ screen: 'order', orderId: outside.orderId, tab: 'plan' });
      } else {
        const above = tree ? ancestorsOf(tree, key) : [];
        if (above.length > 0) setChosen(before => new Map([...before, ...above.map(one => [one, true] as const)]));
        select(key);
      }
    },
    [orderId],
  );

  const open = useCallback(
    (key: string): void => {
      if (key === 'order') navigate({ screen: 'order', orderId, tab: 'overview' });
      if (isPreview) return;
      rememberPart(orderId, key);
      if (key.startsWith('T')) navigate({ screen: 'tasks', orderId, task: Number(key.slice(1)) });
      else if (/^[DL]/.test(key)) navigate({ screen: 'order', orderId, tab: 'specifications' });
    },
    [orderId, isPreview],
  );

  return { selected, select, chosen, expand, go, open };
}
