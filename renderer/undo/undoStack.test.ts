/** The stack of what can be taken back. */
import { expect, test, vi } from 'vitest';
import { deedOf } from './deedOf.ts';
import { createUndoStack, type Deed } from './undoStack.ts';

const deed = (action: string): Deed => ({ way: 'task', action, kind: 'task.start', orderId: 'o1', task: 2 });

test('X8 the newest comes first, and no more than fifty are kept', () => {
  const stack = createUndoStack();
  for (let nth = 1; nth <= 60; nth += 1) stack.push(deed(`a${nth}`));
  expect(stack.deeds()).toHaveLength(50);
  expect(stack.deeds()[0]?.action).toBe('a60');
});

test('X8 what changes something is a deed, whether or not it can be taken back; what only asks is none', () => {
  const input = { commandId: 'a1', orderId: 'o1', task: 2, values: [] };
  const deed = { action: 'a1', orderId: 'o1', task: 2 };
  const approval = { commandId: 'a1', orderId: 'o1' };
  expect(deedOf('task.complete', input, {})).toEqual({ ...deed, way: 'task', kind: 'task.complete' });
  expect(deedOf('fallout.raise', input, {})).toEqual({ ...deed, way: 'task', kind: 'fallout.raise' });
  expect(deedOf('order.approve', approval, { events: ['OrderApproved'] })).toMatchObject({
    way: 'lasting',
    kind: 'order.approve',
    orderId: 'o1',
  });
  expect(deedOf('order.approve', approval, { events: ['OrderEndorsed'] })).toMatchObject({ kind: 'order.endorse' });
  expect(deedOf('policy.set', {}, {})).toMatchObject({ way: 'lasting', kind: 'policy.set' });
  expect(deedOf('task.get', input, {})).toBeUndefined();
  expect(deedOf('order.undo', { ...input, action: 'a0' }, {})).toBeUndefined();
});

test('X8 a batch of steps is one deed, which stays where it resolves fallouts', () => {
  const batch = { commandId: 'a1', items: [{}, {}] };
  expect(deedOf('steps.run', { ...batch, deed: { type: 'hold', reason: 'Storm.' } }, {})).toEqual({
    way: 'steps',
    action: 'a1',
    deed: 'hold',
    count: 2,
  });
  expect(deedOf('steps.run', { ...batch, deed: { type: 'skip' } }, {})).toMatchObject({ way: 'steps', deed: 'skip' });
  expect(deedOf('steps.run', { ...batch, deed: { type: 'retry' } }, {})).toMatchObject({ way: 'lasting', count: 2 });
});

test('who listens hears of each deed and of each that was taken back', () => {
  const stack = createUndoStack();
  const [onDone, onUndone] = [vi.fn(), vi.fn()];
  const stop = stack.listen({ onDone, onUndone });
  stack.push(deed('a1'));
  stack.push(deed('a2'));
  stack.drop('a1', false);
  stack.drop('a2', true);
  stop();
  stack.push(deed('a3'));
  expect(onDone.mock.calls.map(([{ action }]) => action)).toEqual(['a1', 'a2']);
  expect(onUndone.mock.calls.map(([{ action }]) => action)).toEqual(['a2']);
});
