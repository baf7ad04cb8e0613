/** One line of the activity stream as words: which field, and old and new value the way the window shows such values everywhere. */
import type { Names } from '../names.ts';
import { timeOf } from '../words/format.ts';
import { hasWord, t, word } from '../words/words.ts';
import type { ActivityEntry } from '../../preload/contract/activity.ts';
import type { Order } from '../../preload/contract/order.ts';
import type { Task } from '../../preload/contract/task.ts';
import { assignmentText, nobodyText } from '../tasks/TaskFacts.tsx';

const OWNERS: { readonly [letter: string]: string } = {
  L: 'order',
  D: 'domainOrder',
  T: 'task',
  F: 'fallout',
  I: 'inventory',
};

/** `value.vlan` and `characteristic.vlan` are about a value of that name. */
export function fieldWord(field: string): string {
  const [kind, ...name] = field.split('.');
  if (name.length > 0 && (kind === 'value' || kind === 'characteristic')) return name.join('.');
  return word('activity.field', field);
}

export function changedValue(
  { subject, field }: Pick<ActivityEntry, 'subject' | 'field'>,
  value: string,
  names: Names,
): string {
  switch (field) {
    case 'state':
      return word(`states.${OWNERS[subject.charAt(0)] ?? 'order'}`, value);
    case 'assignee':
    case 'owner':
    case 'onBehalfOf':
      return names.person(value);
    case 'group':
      return names.team(value);
    case 'escalatedTo':
      return value.startsWith('group:') ? names.team(idOf(value)) : names.person(idOf(value));
    case 'priority':
      return word('states.priority', value);
    case 'reasonCode':
      return word('codes.rejectionReason', value);
    case 'type':
      return word('codes.falloutType', value);
    case 'rootCause':
      return word('codes.rootCause', value);
    case 'resolutionCode':
      return word('codes.resolutionCode', value);
    case 'action':
      return word('activity.falloutAction', value);
    case 'outcome':
      return word('activity.outcome', value);
    case 'undone':
      return word('activity.event', value);
    case 'why':
      return whyAssigned(value);
    case 'nobodyWhy':
      return nobodyText(JSON.parse(value) as NonNullable<Task['nobodyWhy']>, names);
    case 'dueAt':
    case 'requestedStart':
    case 'requestedCompletion':
    case 'startsAt':
    case 'opensAt':
    case 'plannedStart':
    case 'plannedEnd':
    case 'proposedEnd':
    case 'actualStart':
    case 'actualEnd':
      return timeOf(value);
    case 'pointOfNoReturn':
      return isIso.test(value) ? timeOf(value) : value;
    default:
      return value;
  }
}

/** Without the `person:` or `group:` in front. */
const idOf = (to: string): string => to.slice(to.indexOf(':') + 1);

/** Part names begin with letters that a date could begin with too. */
const isIso = /^\d{4}-\d\d-\d\dT/;

/** A remark; some are codes of how it came about, and that of a score is what it was computed from. */
export function remarkOf({ field, text }: Pick<ActivityEntry, 'field' | 'text'>): string {
  if (text === null) return '';
  if (field === 'score') return scoreText(text);
  return hasWord(`activity.text.${text}`) ? word('activity.text', text) : text;
}

type Score = NonNullable<Order['priorityScore']>;

function scoreText(json: string): string {
  const parts = JSON.parse(json) as Score['parts'];
  return parts
    .map(({ table, ...part }) => t('activity.score.part', { table: word('orders.priority.table', table), ...part }))
    .join('; ');
}

const whyAssigned = (json: string): string => assignmentText(JSON.parse(json) as NonNullable<Task['assignedWhy']>);

export const whoDid = (by: string, names: Names): string => names.person(by) || t('activity.system');
