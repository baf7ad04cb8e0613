/** The forms of what is done to many steps. */
import { expect, test } from 'vitest';
import { deedOf, emptyStepForm, type StepForm } from './stepForm.ts';

const filled: StepForm = {
  whom: 'person:kai',
  reason: ' No access ',
  resolve: { rootCause: 'unknown', resolutionCode: 'other', text: ' Open again ' },
  raise: { ...emptyStepForm.raise, type: 'siteAccess', text: 'Locked' },
};
const types = ['assign', 'hold', 'resume', 'retry', 'skip', 'escalate', 'raise'] as const;

test('nothing but resuming goes without something being filled in', () => {
  expect(types.filter(type => deedOf(type, emptyStepForm) !== undefined)).toEqual(['resume']);
  expect(types.map(type => deedOf(type, filled)?.type)).toEqual(types);
});

test('T4 a person gets each step with the team it has, and a team takes it from the person', () => {
  expect(deedOf('assign', filled)).toEqual({ type: 'assign', assignee: 'kai' });
  expect(deedOf('assign', { ...filled, whom: 'team:field' })).toEqual({
    type: 'assign',
    assignee: null,
    group: 'field',
  });
  expect(deedOf('assign', { ...filled, whom: 'nobody' })).toEqual({ type: 'assign', assignee: null });
});

test('what is typed goes without the blanks around it', () => {
  expect(deedOf('hold', filled)).toEqual({ type: 'hold', reason: 'No access' });
  expect(deedOf('retry', filled)).toMatchObject({ type: 'retry', text: 'Open again' });
  expect(deedOf('hold', { ...filled, reason: ' ' })).toBeUndefined();
});

test('F7 skipping takes a reason alone, and the two codes where a fallout holds any of the steps', () => {
  const reasonOnly = { ...filled, resolve: { rootCause: null, resolutionCode: null, text: ' Not needed ' } };
  expect(deedOf('skip', reasonOnly)).toEqual({ type: 'skip', text: 'Not needed' });
  expect(deedOf('skip', reasonOnly, 2)).toBeUndefined();
  expect(deedOf('skip', filled, 2)).toEqual({
    type: 'skip',
    rootCause: 'unknown',
    resolutionCode: 'other',
    text: 'Open again',
  });
});

test('T6 escalating takes somebody and a reason; nobody is not somebody', () => {
  expect(deedOf('escalate', filled)).toEqual({
    type: 'escalate',
    to: { kind: 'person', id: 'kai' },
    reason: 'No access',
  });
  expect(deedOf('escalate', { ...filled, whom: 'nobody' })).toBeUndefined();
  expect(deedOf('escalate', { ...filled, reason: ' ' })).toBeUndefined();
});
