/** Resolving a fallout: what is asked for and what is said afterwards. */
import { expect, test } from 'vitest';
import { emptyResolve, resolvedWords, resolveProblems } from './resolveForm.ts';

const after = { number: 'FO0000421-1', taskNumber: 'TASK0000421-12', taskState: 'inProgress' } as const;
const branch = [
  { key: 'D1', title: 'Access line', state: 'inProgress' },
  { key: 'T1', title: 'Splice', state: 'onHold' },
];

test('F12 root cause, resolution and a text are asked for, whatever the action', () => {
  expect(Object.keys(resolveProblems(emptyResolve))).toEqual(['rootCause', 'resolutionCode', 'text']);
  expect(
    resolveProblems({ action: 'skip', rootCause: 'noInventory', resolutionCode: 'descoped', text: 'Not wanted' }),
  ).toEqual({});
});

test('F6 a retry says to which state the task went back', () => {
  expect(resolvedWords('retry', after, branch)).toBe('FO0000421-1 is resolved. TASK0000421-12 is “In progress” again.');
});

test('a retry under a second fallout says that the task stays on hold', () => {
  expect(resolvedWords('retry', { ...after, taskState: 'onHold' }, branch)).toBe(
    'FO0000421-1 is resolved. TASK0000421-12 stays on hold: another fallout holds it.',
  );
});

test('F7 completing and skipping say so', () => {
  expect(resolvedWords('forceComplete', after, branch)).toBe(
    'FO0000421-1 is resolved. TASK0000421-12 is completed with the result you stated.',
  );
  expect(resolvedWords('skip', after, branch)).toBe('FO0000421-1 is resolved. TASK0000421-12 is skipped.');
});

test('canceling a branch says how much', () => {
  expect(resolvedWords('cancelBranch', after, branch)).toBe('FO0000421-1 is resolved. 2 parts are canceled.');
});
