/** The stack of what can be taken back. */
import { expect, test, vi } from 'vitest';
import { createUndoStack, deedOf, type Deed } from './undoStack.ts';

const deed = (action: string): Deed => ({ action, kind: 'task.start', orderId: 'o1', task: 2 });

test('X8 the newest comes first, and no more than fifty are kept', () => {
  const stack = createUndoStack();
  for (let nth = 1; nth <= 60; nth += 1) stack.push(deed(`a${nth}`));
  expect(stack.deeds()).toHaveLength(50);
  expect(stack.deeds()[0]?.action).toBe('a60');
});

test('X8 only what can be taken back is a deed', () => {
  const input = { orderId: 'o1', task: 2, values: [] };
  expect(deedOf('task.complete', input, 'a1')).toEqual({ action: 'a1', kind: 'task.complete', orderId: 'o1', task: 2 });
  expect(deedOf('fallout.raise', input, 'a2')).toBeUndefined();
  expect(deedOf('order.approve', { orderId: 'o1' }, 'a3')).toBeUndefined();
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
