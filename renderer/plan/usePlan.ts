/** Everything that is known of the plan on the screen: which one it is, its parts, where it goes, what is chosen and searched in it. */
import { useEffect, useRef, useState } from 'react';
import { useCall } from '../calls.ts';
import { usePlanSearch } from './usePlanSearch.ts';
import { usePlanSource, type MissedMoment } from './planSource.ts';
import { usePlanTree } from './usePlanTree.ts';
import { usePlanWay } from './usePlanWay.ts';

export type Plan = ReturnType<typeof usePlan>;

export function usePlan(orderId: string, startAsOf: number | null = null) {
  const [asOf, setAsOf] = useState(startAsOf);
  const [missed, setMissed] = useState<MissedMoment | null>(null);
  const [addressed, setAddressed] = useState(startAsOf);
  // The address led to another moment of the plan that is on the screen already.
  if (addressed !== startAsOf) {
    setAddressed(startAsOf);
    setAsOf(startAsOf);
    if (startAsOf !== null) setMissed(null);
  }
  const { source, known, preview, problem, missed: missing } = usePlanSource(orderId, asOf);
  if (missing !== null) {
    setMissed(missing);
    setAsOf(null);
  }
  const isPreview = preview === 'shown';
  const tree = usePlanTree(source, known);
  const { data, askRest } = tree;
  const outlook = useCall('plan.outlook', source, { enabled: known, keepPrevious: true });
  const way = usePlanWay({ source, data, askRest, isPreview });
  const { selected } = way;
  const find = usePlanSearch({
    source,
    data,
    selected,
    onSelect: way.select,
    askRest,
    chosen: way.chosen,
    onExpand: way.expand,
  });
  // What is chosen when the plan opens, or when a search ends, is not lost in a closed branch.
  const isSearching = find.found !== undefined;
  const { go } = way;
  const latest = useRef(selected);
  latest.current = selected;
  useEffect(() => {
    if (!isSearching) go(latest.current);
  }, [isSearching, go]);
  // A part that is chosen from elsewhere may lie where nothing was asked for yet.
  const isLoaded = data?.nodes.has(selected) ?? false;
  const asked = useCall(
    'plan.tree',
    { ...source, root: selected, after: null, limit: 1 },
    { enabled: data !== undefined && !isLoaded },
  );
  // What was remembered may be gone: part of a preview that came to nothing. At another moment it may be there again.
  const { select } = way;
  const isGone = asOf === null && selected !== 'order' && asked.problem?.code === 'NotFound';
  useEffect(() => {
    if (isGone) select('order');
  }, [isGone, select]);
  // What a new order waits for is not in the plan that approval would make.
  const today = useCall('plan.tree', { orderId, root: 'order', after: null, limit: 1 }, { enabled: isPreview });
  return {
    orderId,
    source,
    /** Nothing can be done in the past, and there is nothing to act on in a preview. */
    shows: asOf !== null ? 'past' : isPreview ? 'preview' : 'now',
    preview: { state: preview, problem },
    asOf,
    /** The moment that the address named and that there is not, until one goes to another. */
    missed,
    goTo: (version: number | null): void => {
      setMissed(null);
      setAsOf(version);
    },
    tree,
    outlook,
    way,
    find,
    /** What is chosen; undefined while that is not known. */
    node: data?.nodes.get(selected) ?? asked.value?.nodes.find(one => one.key === selected),
    waitingToday: isPreview ? today.value?.nodes[0]?.waiting : undefined,
  } as const;
}
