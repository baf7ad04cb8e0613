/** Brings a part that was named from elsewhere into the tree: asks for what lies between it and what is there already, and opens it. */
import { useCallback, useEffect, useState } from 'react';
import { useCall } from '../calls.ts';
import { ancestorsOf, type PlanTreeData } from './planRows.ts';
import type { PlanSource } from './planSource.ts';

type Input = {
  readonly source: PlanSource;
  readonly data: PlanTreeData | undefined;
  readonly onOpen: (keys: readonly string[]) => void;
  readonly askRest: (parent: string) => void;
};

/** Leads to the part with this key. */
export function usePlanLead({ source, data, onOpen, askRest }: Input): (key: string) => void {
  // The part that is wanted, the one above it, and so on up to the first that the tree has.
  const [lead, setLead] = useState<readonly string[]>([]);
  const top = lead.at(-1);
  const isThere = top !== undefined && data?.nodes.has(top) === true;
  const above = useCall(
    'plan.tree',
    { ...source, root: top ?? '', after: null, limit: 1 },
    { enabled: data !== undefined && top !== undefined && !isThere },
  ).value?.nodes[0]?.parent;

  useEffect(() => {
    if (data === undefined || top === undefined) return;
    if (!isThere) {
      if (typeof above === 'string' && !lead.includes(above)) setLead([...lead, above]);
      return;
    }
    const below = lead.at(-2);
    onOpen(below === undefined ? ancestorsOf(data, top) : [top, ...ancestorsOf(data, top)]);
    if (below === undefined || data.nodes.has(below)) setLead(lead.slice(0, -1));
    else askRest(top);
  }, [data, lead, top, isThere, above, onOpen, askRest]);

  return useCallback((key: string) => setLead([key]), []);
}
