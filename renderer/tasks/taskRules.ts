/** What the person at the desk can do with a task right now, and in words why not; the app decides again when asked. */
import type { Task } from '../../preload/contract/task.ts';
import type { WorkspaceStatus } from '../../preload/contract/session.ts';
import type { Names } from '../names.ts';
import { stateWord } from '../State.tsx';
import { t, word } from '../words/words.ts';

export type TaskDeed =
  | 'claim'
  | 'assign'
  | 'release'
  | 'start'
  | 'record'
  | 'complete'
  | 'raise'
  | 'pause'
  | 'resume'
  | 'wait'
  | 'propose'
  | 'withdrawEnd'
  | 'escalate'
  | 'withdrawEscalation'
  | 'skip';

type Who = NonNullable<WorkspaceStatus['person']>;
type Subject = Pick<Task, 'state' | 'assignee'> & {
  readonly pausedFor?: string | null;
  readonly escalation?: Task['escalation'];
};
type Permission = Who['permissions'][number];

const assignable: readonly Task['state'][] = ['draft', 'scheduled', 'open', 'inProgress', 'onHold'];
const unended: readonly Task['state'][] = [...assignable, 'awaitingInformation'];
const states: { readonly [D in TaskDeed]: readonly Task['state'][] } = {
  claim: assignable,
  assign: assignable,
  release: assignable,
  start: ['open'],
  record: ['open', 'inProgress', 'onHold'],
  complete: ['inProgress'],
  raise: unended,
  pause: ['draft', 'scheduled', 'open', 'inProgress'],
  resume: ['onHold'],
  wait: ['draft', 'scheduled', 'open', 'onHold'],
  propose: unended,
  withdrawEnd: unended,
  escalate: unended,
  withdrawEscalation: unended,
  skip: ['open', 'inProgress', 'awaitingInformation', 'onHold'],
};

/** True, or the reason why not (domain.md A.8). */
export function mayDo(deed: TaskDeed, task: Subject, who: Who | null, names: Names): true | string {
  if (who === null) return t('refusals.NobodyChosen.message');
  const has = (permission: Permission): boolean => who.permissions.includes(permission);
  const need = permissionFor(deed, task, who);
  if (!has(need)) return t('tasks.not.permitted', { permission: word('codes.permission', need) });
  if (!states[deed].includes(task.state)) return wrongState(deed, task.state);
  const isOthers = task.assignee !== null && task.assignee !== who.id;
  const others = t('tasks.not.notYours', { name: names.person(task.assignee) });
  switch (deed) {
    case 'claim':
      if (task.assignee === who.id) return t('tasks.not.already');
      return isOthers ? others : true;
    case 'release':
      return task.assignee === null ? t('tasks.not.nobodys') : true;
    case 'start':
      return isOthers ? others : true;
    case 'record':
    case 'complete':
      return isOthers && !has('task.assign') ? others : true;
    case 'resume':
      return task.pausedFor === null ? t('tasks.not.notPaused') : true;
    case 'assign':
    case 'raise':
    case 'pause':
    case 'wait':
    case 'propose':
    case 'withdrawEnd':
    case 'escalate':
    case 'withdrawEscalation':
    case 'skip':
      return true;
  }
}

function permissionFor(deed: TaskDeed, task: Subject, who: Who): Permission {
  const { id, permissions } = who;
  const isOthers = task.assignee !== null && task.assignee !== id;
  switch (deed) {
    case 'raise':
      return 'fallout.create';
    case 'assign':
    case 'wait':
      return 'task.assign';
    case 'release':
      return isOthers ? 'task.assign' : 'task.work';
    case 'pause':
    case 'resume':
    case 'propose':
    case 'withdrawEnd':
      return isOthers || permissions.includes('task.assign') ? 'task.assign' : 'task.work';
    case 'escalate':
      return isOthers && permissions.includes('task.escalate') ? 'task.assign' : 'task.escalate';
    case 'withdrawEscalation':
      return isConcerned(task, who) ? 'task.escalate' : 'task.assign';
    case 'skip':
      return 'fallout.resolve';
    default:
      return 'task.work';
  }
}

/** Escalated it, or has it before them. */
function isConcerned({ escalation }: Subject, { id, groups, permissions }: Who): boolean {
  if (permissions.includes('task.assign') || !escalation) return false;
  const { by, to } = escalation;
  return by === id || (to.kind === 'person' ? to.id === id : groups.includes(to.id));
}

function wrongState(deed: TaskDeed, found: Task['state']): string {
  const state = stateWord('task', found);
  if (deed === 'start') return t('tasks.not.startState', { state });
  if (deed === 'complete') return t('tasks.not.completeState', { state });
  if (deed === 'skip') return t('tasks.not.skipState', { state });
  if (deed === 'record') return t('tasks.values.readOnly');
  return t('tasks.not.otherState', { state });
}

/** What has to be resolved with the task when it is skipped. */
export const openFalloutOf = ({ fallouts }: Pick<Task, 'fallouts'>): Task['fallouts'][number] | undefined =>
  fallouts.find(({ state }) => !['resolved', 'closedComplete', 'canceled'].includes(state));
