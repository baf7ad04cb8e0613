import { expect, test } from 'vitest';
import { warmUp } from './warmUp.ts';

test('orders are looked at one at a time, with a pause for questions after each, until it is called off', () => {
  const waiting: (() => void)[] = [];
  const looked: unknown[] = [];
  const callOff = warmUp(
    (name, input) => {
      looked.push([name, (input as { orderId: string }).orderId]);
      return { ok: true, value: {} };
    },
    () => ['a', 'b', 'c'],
    run => {
      waiting.push(run);
      return () => void waiting.splice(waiting.indexOf(run), 1);
    },
  );
  const next = (): void => waiting.shift()?.();
  expect([looked.length, waiting.length]).toEqual([0, 1]);
  next();
  expect([looked, waiting.length]).toEqual([[['plan.tree', 'a']], 1]);
  next();
  callOff();
  expect([looked.length, waiting.length]).toEqual([2, 0]);
});
