/** The orders a person has marked in a queue, each with the version they saw: a list that stays as it was when the queue moves on. */
import { useCallback, useMemo, useState } from 'react';
import type { BatchItem } from '../../preload/contract/batch.ts';
import type { QueueGridProps } from '../ui/queueGridProps.ts';
import { t } from '../words/words.ts';

type Marked = { readonly id: string; readonly version: number };

/** What the list was made of: a whole queue, what matched a text in it, or those a batch did not get approved. */
export type Frozen = { readonly of: 'queue' | 'match' | 'failed'; readonly total: number };

export type Selection = {
  readonly items: readonly BatchItem[];
  readonly keys: ReadonlySet<string>;
  /** How many there were when the list was fixed at once and not marked one by one; null then. */
  readonly frozen: Frozen | null;
  readonly toggle: (order: Marked) => void;
  readonly add: (orders: readonly Marked[]) => void;
  readonly freeze: (items: readonly BatchItem[], of: Frozen) => void;
  readonly clear: () => void;
};

const nothing: ReadonlyMap<string, number> = new Map();

export function useSelection(): Selection {
  const [marked, setMarked] = useState(nothing);
  const [frozen, setFrozen] = useState<Frozen | null>(null);
  const clear = useCallback(() => {
    setMarked(nothing);
    setFrozen(null);
  }, []);
  const toggle = useCallback(({ id, version }: Marked) => {
    setMarked(before => {
      const after = new Map(before);
      if (!after.delete(id)) after.set(id, version);
      return after;
    });
  }, []);
  const add = useCallback((orders: readonly Marked[]) => {
    setMarked(before => new Map([...before, ...orders.map(({ id, version }) => [id, version] as const)]));
  }, []);
  const freeze = useCallback((items: readonly BatchItem[], of: Frozen) => {
    setMarked(new Map(items.map(({ orderId, seen }) => [orderId, seen])));
    setFrozen(of);
  }, []);
  return useMemo(
    () => ({
      items: [...marked].map(([orderId, seen]) => ({ orderId, seen })),
      keys: new Set(marked.keys()),
      frozen,
      toggle,
      add,
      freeze,
      clear,
    }),
    [marked, frozen, toggle, add, freeze, clear],
  );
}

/** As a grid asks for it: marks by key, and several rows at once. */
export function gridSelection(
  selection: Selection,
  rows: readonly Marked[],
): NonNullable<QueueGridProps<Marked>['selection']> {
  const find = (key: string): Marked | undefined => rows.find(({ id }) => id === key);
  return {
    keys: selection.keys,
    label: t('batch.select'),
    onToggle: key => {
      const row = find(key);
      if (row !== undefined) selection.toggle(row);
    },
    onClear: selection.clear,
    onAdd: keys => selection.add(keys.flatMap(key => find(key) ?? [])),
  };
}
