/** The text of a part of the plan that is forwarded to somebody else. */
import { expect, test } from 'vitest';
import { namesOf } from '../names.ts';
import { forwardText } from './forwardText.ts';
import { examplePlan, planNode } from './planExample.ts';

const names = namesOf({ people: [], teams: [{ id: 'access', name: 'Access network' }] });
const order = { number: 'ORD0000421', title: 'Branch network for Delta Bank' };
const at = '2026-11-24T12:00:00.000Z';
const held = examplePlan.find(({ key }) => key === 'T2');

test('O8 a held task is forwarded with order, state, cause, who can act, and dates', () => {
  if (!held) throw new Error('The example has no T2');
  const lines = forwardText({ order, node: held, names, at }).split('\n');
  expect(lines.slice(0, 6)).toEqual([
    'Order: ORD0000421 Branch network for Delta Bank',
    'Task: Reserve access port (TASK0000421-2)',
    'State: On hold',
    'Why: A fallout holds it:',
    '  - FO0000421-1 (Open)',
    'Who: Anyone in Access network can act.',
  ]);
  expect(lines[6]).toMatch(/^Planned: 24 Nov 2026, \d\d:\d\d to 25 Nov 2026, \d\d:\d\d$/);
  expect(lines[7]).toMatch(/^Expected to end: 27 Nov 2026, \d\d:\d\d$/);
  expect(lines[8]).toBe('Against the baseline: +2 d');
  expect(lines[9]).toMatch(/^As of 24 Nov 2026, \d\d:\d\d$/);
});

test('a part that waits for nothing says only how it stands', () => {
  const node = planNode({ key: 'S1', parent: 'order', kind: 'location', title: 'Bergen', state: 'completed' });
  expect(forwardText({ order, node, names, at }).split('\n').slice(1, 3)).toEqual([
    'Location: Bergen',
    'State: Completed',
  ]);
});
