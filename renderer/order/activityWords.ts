/** One line of the activity stream as words: which field, and old and new value the way the window shows such values everywhere. */
import type { Names } from '../names.ts';
import { timeOf } from '../words/format.ts';
import { hasWord, t, word } from '../words/words.ts';
import type { ActivityEntry } from '../../preload/contract/order.ts';

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

export function changedValue({ subject, field }: ActivityEntry, value: string, names: Names): string {
  switch (field) {
    case 'state':
      return word(`states.${OWNERS[subject.charAt(0)] ?? 'order'}`, value);
    case 'assignee':
    case 'owner':
      return names.person(value);
    case 'group':
      return names.team(value);
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
    case 'dueAt':
    case 'requestedStart':
    case 'requestedCompletion':
      return timeOf(value);
    default:
      return value;
  }
}

/** A remark; some are codes of how it came about. */
export const remark = (text: string): string => (hasWord(`activity.text.${text}`) ? word('activity.text', text) : text);

export const whoDid = (by: string, names: Names): string => names.person(by) || t('activity.system');
