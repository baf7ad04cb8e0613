/** Whether something can be done to any of the marked steps, as far as the window knows them, and in words why to none. */
import type { StepDeedType } from '../../../preload/contract/batch.ts';
import type { PlanNode } from '../../../preload/contract/plan.ts';
import type { WorkspaceStatus } from '../../../preload/contract/session.ts';
import type { Task } from '../../../preload/contract/task.ts';
import type { Names } from '../../names.ts';
import { mayDo } from '../../tasks/taskRules.ts';
import { t } from '../../words/words.ts';
import { hasPartEnded } from '../partState.ts';

type Who = NonNullable<WorkspaceStatus['person']>;

const deeds = {
  assign: 'assign',
  hold: 'pause',
  resume: 'resume',
  skip: 'skip',
  escalate: 'escalate',
  raise: 'raise',
} as const;

/** True, or why not; `nodes` are those of the marked steps that are known here, undefined for one that is not. */
export function mayDoToAny(
  deed: StepDeedType,
  nodes: readonly (PlanNode | undefined)[],
  who: Who | null,
  names: Names,
): true | string {
  const reasons = new Set<string>();
  for (const node of nodes) {
    const answer = node === undefined || mayDoTo(deed, node, who, names);
    if (answer === true) return true;
    reasons.add(answer);
  }
  return [...reasons].slice(0, 2).join(' ');
}

function mayDoTo(deed: StepDeedType, node: PlanNode, who: Who | null, names: Names): true | string {
  if (deed === 'retry') {
    if (who?.permissions.includes('fallout.resolve') !== true) return t('steps.not.permitted');
    return node.falloutsOpen > 0 && !hasPartEnded(node) ? true : t('steps.not.fallout');
  }
  const state = node.state as Task['state'];
  const pausedFor = node.waiting?.cause === 'pause' ? '' : null;
  // What holds it first may hide that somebody also put it on hold.
  if (deed === 'resume' && state === 'onHold') return true;
  return mayDo(deeds[deed], { state, assignee: node.assignee, pausedFor }, who, names);
}
