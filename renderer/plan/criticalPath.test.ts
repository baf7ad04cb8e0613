/** The key that leads along the critical path. */
import { expect, test } from 'vitest';
import { nextCritical } from './criticalPath.ts';

const path = [{ key: 'T2' }, { key: 'T3' }];

test.each([
  ['order', 'T2'],
  ['T2', 'T3'],
  ['T3', 'T2'],
])('O4 from %s the next critical step is %s', (from, next) => {
  expect(nextCritical(path, from)).toBe(next);
});

test('where nothing is critical there is no next step', () => {
  expect(nextCritical([], 'order')).toBeUndefined();
});
