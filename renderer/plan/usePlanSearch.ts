/** The search inside one plan: what is asked for, what was found, and which rows stand meanwhile (features O7). */
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import type { PlanFilter } from '../../preload/contract/plan.ts';
import { useCall } from '../calls.ts';
import { filterOf, foundRows, isAboutTasks, nextMatch, noSearch, type Found, type PlanSearch } from './planFind.ts';
import { visibleRows, type PlanRow, type PlanTreeData } from './planRows.ts';
import type { PlanSource } from './planSource.ts';

const REST_MS = 120;
/** More are counted, not shown. */
const MOST = 1000;

type Input = {
  readonly source: PlanSource;
  readonly data: PlanTreeData | undefined;
  readonly selected: string;
  readonly onSelect: (key: string) => void;
  readonly askRest: (parent: string) => void;
  /** Of the tree without a search: what the person opened and closed. */
  readonly chosen: ReadonlyMap<string, boolean>;
  readonly onExpand: (key: string, expanded: boolean) => void;
};

export type PlanSearchState = {
  readonly search: PlanSearch;
  readonly setSearch: (search: PlanSearch) => void;
  /** Undefined while nothing is searched for. */
  readonly found: Found | undefined;
  /** The same for the app. */
  readonly filter: PlanFilter | undefined;
  /** How many parts the filters choose from. */
  readonly among: number;
  readonly rows: readonly PlanRow[];
  readonly expand: (key: string, expanded: boolean) => void;
  /** To the next or the previous match. */
  readonly step: (by: 1 | -1) => void;
  /** The words that matching titles are marked with. */
  readonly wanted: string;
};

const none: ReadonlySet<string> = new Set();

export function usePlanSearch(input: Input): PlanSearchState {
  const { source, data, selected, onSelect, askRest, chosen, onExpand } = input;
  const [search, setSearch] = useState<PlanSearch>(noSearch);
  const [closed, setClosed] = useState<ReadonlySet<string>>(none);
  const [text] = useDebouncedValue(search.text, REST_MS);
  const filter = filterOf({ ...search, text: search.text === '' ? '' : text });
  const answer = useCall(
    'plan.find',
    { ...source, filter: filter ?? {}, limit: MOST },
    { enabled: filter !== undefined, keepPrevious: true },
  ).value;
  const found = filter === undefined ? undefined : answer;
  const rows = useMemo(() => {
    if (!data) return [];
    return found ? foundRows(data, found, closed) : visibleRows(data, chosen);
  }, [data, found, closed, chosen]);

  const change = useCallback((next: PlanSearch) => {
    setClosed(none);
    setSearch(next);
  }, []);

  const isSearching = found !== undefined;
  const expand = useCallback(
    (key: string, expanded: boolean) => {
      if (!isSearching) {
        onExpand(key, expanded);
        return;
      }
      setClosed(before => {
        const after = new Set(before);
        if (expanded) after.delete(key);
        else after.add(key);
        return after;
      });
    },
    [isSearching, onExpand],
  );

  function step(by: 1 | -1): void {
    if (!found || !data) return;
    const next = nextMatch(found, selected, rows, by);
    const match = found.matches.find(({ key }) => key === next);
    if (next === undefined || !match) return;
    setClosed(before => new Set([...before].filter(key => !match.above.includes(key))));
    const nearest = match.above.findLast(key => data.nodes.has(key));
    if (!data.nodes.has(next) && nearest !== undefined) askRest(nearest);
    onSelect(next);
  }

  const order = data?.nodes.get('order');
  const tasks = order?.tasks.total ?? 0;
  const parts = isAboutTasks(search) ? tasks : tasks + (order?.domainOrders.total ?? 0);
  return {
    search,
    setSearch: change,
    found,
    filter: found === undefined ? undefined : filter,
    among: Math.max(parts, found?.total ?? 0),
    rows,
    expand,
    step,
    wanted: found ? text.trim() : '',
  };
}
