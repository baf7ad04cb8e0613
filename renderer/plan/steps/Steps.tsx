/** What can be done to all marked steps: the bar that offers it, its keys, the dialogs (ux.md C, G7). */
import type { StepDeedType } from '../../../preload/contract/batch.ts';
import { useActions, type Action } from '../../actions/registry.ts';
import { LastBatch } from '../../batch/LastBatch.tsx';
import { useNames, useSession } from '../../people.ts';
import type { PlanTreeData } from '../planRows.ts';
import { itemsOf } from './stepMarks.ts';
import { mayDoToAny } from './stepRules.ts';
import { StepsBar, type Among } from './StepsBar.tsx';
import { StepsDialogs } from './StepsDialogs.tsx';
import { useStepBatch } from './useStepBatch.ts';
import classes from './StepsBar.module.css';
import type { StepMarking } from './useStepMarks.ts';

const deeds = [
  { type: 'assign', keys: 'Shift+M' },
  { type: 'hold', keys: 'Shift+H' },
  { type: 'resume', keys: 'Shift+U' },
  { type: 'retry', keys: 'Shift+R' },
  { type: 'skip' },
  { type: 'escalate', keys: 'Shift+L' },
  { type: 'raise', keys: 'Shift+F' },
] as const satisfies readonly { readonly type: StepDeedType; readonly keys?: string }[];

type Props = {
  readonly orderId: string;
  readonly marking: StepMarking;
  readonly data: PlanTreeData;
  readonly version: number;
  readonly among: Among;
  /** The part that is chosen. */
  readonly selected: string;
  /** Leads back into the plan. */
  readonly onLeave: () => void;
};

export function Steps({ orderId, marking, data, version, among, selected, onLeave }: Props) {
  const names = useNames();
  const who = useSession()?.person ?? null;
  const batch = useStepBatch(orderId);
  const { shown, last } = batch;
  const showLast = last && (() => batch.show(last));
  const { marks, isOn, onAll, onClear } = marking;
  const actions = deeds.map(({ type, ...keys }): Action => ({
    id: `steps-${type}`,
    label: `steps.action.${type}`,
    ...keys,
    isEnabled: () =>
      mayDoToAny(
        type,
        [...marks.keys()].map(key => data.nodes.get(key)),
        who,
        names,
      ),
    run: () => batch.lookAt(type, itemsOf(orderId, marks)),
  }));
  const mark: Action = {
    id: 'stepsMark',
    label: 'steps.action.mark',
    keys: 'x',
    run: () => marking.onToggle(selected),
  };
  const all: Action = { id: 'stepsAll', label: 'steps.action.all', keys: 'Ctrl+A', notWhileTyping: true, run: onAll };
  const clear: Action = { id: 'stepsClear', label: 'steps.action.clear', run: onClear };
  useActions('plan', [mark, ...(marks.size > 0 ? [...actions, clear] : []), all]);
  return (
    <>
      {last && showLast && !isOn && shown === null && (
        <div className={classes.last}>
          <LastBatch batch={last} onShow={showLast} onForget={batch.forget} />
        </div>
      )}
      <StepsBar marking={marking} actions={actions} among={among} onLast={showLast} onLeave={onLeave} />
      <StepsDialogs orderId={orderId} batch={batch} version={version} onSelect={marking.replace} />
    </>
  );
}
