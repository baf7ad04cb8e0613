/** Keys in the plan's tree. */
import { expect, test } from 'vitest';
import { examplePlan } from './planExample.ts';
import { joinParts, visibleRows } from './planRows.ts';
import { findTreeMove } from './treeMoves.ts';

const data = joinParts([{ root: 'order', nodes: examplePlan, next: null }]);
const rows = visibleRows(data, new Map([['D2', false]]));

test.each([
  ['T1', 'j', { kind: 'focus', key: 'T2' }],
  ['T1', 'ArrowUp', { kind: 'focus', key: 'D1' }],
  ['T1', 'Home', { kind: 'focus', key: 'order' }],
  ['T1', 'End', { kind: 'focus', key: 'D2' }],
  ['order', 'PageDown', { kind: 'focus', key: 'D1' }],
  ['D2', 'ArrowRight', { kind: 'expand', key: 'D2' }],
  ['D1', 'ArrowRight', { kind: 'focus', key: 'T1' }],
  ['D1', 'ArrowLeft', { kind: 'collapse', key: 'D1' }],
  ['T2', 'ArrowLeft', { kind: 'focus', key: 'D1' }],
  ['D2', 'ArrowLeft', { kind: 'focus', key: 'L1' }],
  ['T2', 'ArrowRight', undefined],
  ['order', 'k', undefined],
])('on %s the key %s does %o', (current, key, move) => {
  expect(findTreeMove(rows, current, key, 3)).toEqual(move);
});
