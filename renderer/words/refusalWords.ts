/** A refusal or a fault as two sentences: what happened, and what to do next. */
import type { Fault } from '../../preload/contract/bridge.ts';
import type { Refusal } from '../../preload/contract/refusal.ts';
import type { Names } from '../names.ts';
import { megabytes, timeOf } from './format.ts';
import { hasWord, t, word } from './words.ts';

export type Problem = Refusal | Fault;

export type RefusalWords = { readonly title: string; readonly message: string };

type Values = Readonly<Record<string, string | number>>;

export function refusalWords(problem: Problem, names: Names): RefusalWords {
  const values = valuesOf(problem, names);
  return { title: t(`refusals.${problem.code}.title`, values), message: t(`refusals.${problem.code}.message`, values) };
}

const subjectWord = (subject: string): string => word('codes.subject', subject);

function valuesOf(problem: Problem, names: Names): Values {
  switch (problem.code) {
    case 'NotPermitted':
      return {
        action: word('codes.permission', problem.permission),
        roles: listed(
          problem.roles.map(role => word('codes.role', role)),
          'or',
        ),
      };
    case 'WrongState': {
      const stateWord = (state: string): string => word(stateArea(problem.subject), state);
      return {
        subject: subjectWord(problem.subject),
        found: stateWord(problem.found),
        needed: listed(
          problem.needed.map(state => `“${stateWord(state)}”`),
          'or',
        ),
      };
    }
    case 'Stale':
      return {
        event: word('activity.event', problem.event),
        by: names.person(problem.by),
        at: timeOf(problem.at),
      };
    case 'NotFound':
    case 'AlreadyExists':
    case 'NothingToChange':
      return { subject: subjectWord(problem.subject), id: problem.id };
    case 'CheckFailed':
      return {
        checks: problem.checks
          .map(({ check, lines }) =>
            t('refusals.CheckFailed.one', { check: word('codes.check', check), lines: lines.join(', ') || 'none' }),
          )
          .join('; '),
      };
    case 'FieldMissing':
      return {
        fields: listed(
          problem.fields.map(field => `“${fieldWord(field)}”`),
          'and',
        ),
      };
    case 'FieldInvalid':
      return {
        field: problem.subject === 'policy' ? policyWord(problem.field) : fieldWord(problem.field),
        expected: expectedWord(problem.expected),
      };
    case 'NotYours':
      return { assignee: names.person(problem.assignee) };
    case 'StillWaiting':
      return { on: problem.on.join(', ') };
    case 'PlanHasCycle':
      return { path: problem.path.join(' → ') };
    case 'SecondPersonNeeded':
      return { first: names.person(problem.first), did: problem.did };
    case 'PastPointOfNoReturn':
      return { branches: problem.branches.join(', ') };
    case 'NeedsPick':
      return { lines: problem.lines.join(', ') };
    case 'CannotUndo':
      return { why: problem.why, on: problem.on.join(', ') };
    case 'WouldCircle':
      return { other: problem.other, path: problem.path?.join(' → ') ?? 'none' };
    case 'CommandIdReused':
      return { order: problem.order ?? 'none', at: timeOf(problem.at) };
    case 'UploadIncomplete':
      return { received: problem.received, expected: problem.expected };
    case 'TooLarge':
      return { limit: megabytes(problem.limitBytes) };
    case 'CatalogRefused':
      return {
        file: problem.file,
        count: problem.problems.length,
        path: problem.problems[0]?.path ?? '',
        code: problem.problems[0]?.code ?? '',
      };
    case 'BadInput':
    case 'Internal':
      return { message: problem.message };
    case 'NobodyChosen':
    case 'WorkspaceNotEmpty':
    case 'PolicyChanged':
    case 'UnknownCall':
    case 'Unreachable':
      return {};
  }
}

/** Fields of the catalog and of the policy have names of their own. */
function fieldWord(field: string): string {
  const area = ['refusals.field', 'activity.field'].find(one => hasWord(`${one}.${field}`));
  return area === undefined ? field : word(area, field);
}

/** `delegations.0.until` by its table and its last part, or by the last part alone; a key of a priority table is a rank. */
function policyWord(field: string): string {
  const [table = '', ...rest] = field.split('.');
  const last = rest.at(-1) ?? table;
  const names = [`${table}.${last}`, last, ...(table === 'priority' ? ['rank'] : [])];
  const found = names.find(name => hasWord(`refusals.policyField.${name}`));
  return found === undefined ? last : word('refusals.policyField', found);
}

/** A kind of value by its code, or the values that are allowed. */
const expectedWord = (expected: string): string =>
  hasWord(`refusals.expected.${expected}`) ? word('refusals.expected', expected) : expected;

/** A line's states are those of an order and one more. */
const stateArea = (subject: string): string => `states.${subject === 'line' ? 'order' : subject}`;

function listed(items: readonly string[], join: 'or' | 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return t(`refusals.list.${join}`, { first: items.slice(0, -1).join(', '), second: items.at(-1) ?? '' });
}
