/** Marks steps of the plan: one, several rows, all below a part, or all that the search leaves. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { batchLimit } from '../../../preload/contract/batch.ts';
import type { PlanFilter } from '../../../preload/contract/plan.ts';
import { useAsk } from '../../calls.ts';
import { ancestorsOf, type PlanRow, type PlanTreeData } from '../planRows.ts';
import type { TreeMarking } from '../useTreeGrid.ts';
import { countBelow, isStep, markOf, noMarks, toggled, withMarks, type Marked, type StepMarks } from './stepMarks.ts';

type Input = {
  readonly orderId: string;
  readonly data: PlanTreeData | undefined;
  /** The version of the order that is shown. */
  readonly version: number;
  /** What is searched for; undefined while all stands. */
  readonly filter: PlanFilter | undefined;
};

export type StepMarking = TreeMarking & {
  readonly marks: StepMarks;
  /** How many were asked for, when that is more than a batch may hold. */
  readonly cutOf: number | null;
  /** Shows the boxes to mark with, or hides them and forgets what is marked. */
  readonly setOn: (on: boolean) => void;
  readonly replace: (tasks: readonly number[]) => void;
};

export function useStepMarks(input: Input): StepMarking {
  const { ask } = useAsk();
  const [marks, setMarks] = useState(noMarks);
  const [isWanted, setWanted] = useState(false);
  const [cutOf, setCutOf] = useState<number | null>(null);
  const latest = useRef(input);
  latest.current = input;

  const change = useCallback((next: (before: StepMarks) => StepMarks) => {
    setMarks(before => {
      const after = next(before);
      return after.size > batchLimit ? new Map([...after].slice(0, batchLimit)) : after;
    });
  }, []);

  /** Everything below a part that the search leaves, as it is now. */
  const freeze = useCallback(
    async (root: string): Promise<ReadonlyMap<string, Marked>> => {
      const { orderId, filter = {} } = latest.current;
      const reply = await ask('steps.freeze', { orderId, root, filter });
      if (!reply.ok) return new Map();
      const { items, total } = reply.value;
      setCutOf(total > items.length ? total : null);
      return new Map(items.map(({ task, seen, above }) => [`T${task}`, { seen, above }] as const));
    },
    [ask],
  );

  const known = useCallback((key: string): ReadonlyMap<string, Marked> | undefined => {
    const { data, version } = latest.current;
    if (!isStep(key) || !data?.nodes.has(key)) return undefined;
    return new Map([[key, { seen: version, above: ancestorsOf(data, key) }]]);
  }, []);

  const onToggle = useCallback(
    (key: string) => {
      const step = known(key);
      if (step) change(before => toggled(before, step));
      else void freeze(key).then(steps => steps.size > 0 && change(before => toggled(before, steps)));
    },
    [change, freeze, known],
  );

  const onAddKeys = useCallback(
    (keys: readonly string[]) => {
      for (const key of keys) {
        const step = known(key);
        if (step) change(before => withMarks(before, step));
        else void freeze(key).then(steps => change(before => withMarks(before, steps)));
      }
    },
    [change, freeze, known],
  );

  const onAdd = useCallback(
    (rows: readonly PlanRow[]) =>
      // Of a branch that is open the rows below it speak for themselves.
      onAddKeys(
        rows.flatMap(row => (isStep(row.key) || (row.kind === 'node' && row.expanded === false) ? row.key : [])),
      ),
    [onAddKeys],
  );

  const onAll = useCallback(
    () => void freeze('order').then(steps => change(before => withMarks(before, steps))),
    [change, freeze],
  );

  const onClear = useCallback(() => {
    setMarks(noMarks);
    setWanted(false);
    setCutOf(null);
  }, []);

  const setOn = useCallback((on: boolean) => (on ? setWanted(true) : onClear()), [onClear]);

  /** As they are now: what has changed since is looked at anew. */
  const replace = useCallback(
    (tasks: readonly number[]) => {
      const { data, version } = latest.current;
      const marked = tasks.map(
        task => [`T${task}`, { seen: version, above: data ? ancestorsOf(data, `T${task}`) : [] }] as const,
      );
      change(() => new Map(marked));
    },
    [change],
  );

  const isOn = isWanted || marks.size > 0;
  return useMemo(() => {
    const below = countBelow(marks);
    return {
      marks,
      isOn,
      cutOf,
      markOf: (key: string, total: number) => markOf(marks, below, key, total),
      onToggle,
      onAdd,
      onAddKeys,
      onAll,
      onClear,
      setOn,
      replace,
    };
  }, [marks, isOn, cutOf, onToggle, onAdd, onAddKeys, onAll, onClear, setOn, replace]);
}
