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
  expect(lines[7]).toMatch(/^Started: 24 Nov 2026, \d\d:\d\d$/);
  expect(lines[8]).toMatch(/^Expected to end: 27 Nov 2026, \d\d:\d\d$/);
  expect(lines[9]).toBe('Against the baseline: +2 d');
  expect(lines[10]).toMatch(/^As of 24 Nov 2026, \d\d:\d\d$/);
});

test('O8 a wait for another order is forwarded with how the part stands there, who can act, and the way out', () => {
  const on = { key: 'order:o2/D3', title: 'ORD0000422 Fibre to Kai 12' };
  const waiting = {
    cause: 'otherOrder',
    until: null,
    atEarliest: false,
    text: null,
    who: { kind: 'group', id: 'access' },
  } as const;
  const text = (state: string | null): string[] => {
    const node = planNode({ key: 'T9', parent: 'D1', kind: 'task', title: 'Splice', state: 'draft' });
    return forwardText({ order, node: { ...node, waiting: { ...waiting, on: [{ ...on, state }] } }, names, at }).split(
      '\n',
    );
  };
  expect(text('qualified').slice(3, -1)).toEqual([
    'Why: It waits for this part of another order:',
    '  - ORD0000422 Fibre to Kai 12 (Qualified)',
    'Who: Anyone in Access network can act.',
    'A way out: anyone who may assign tasks can have it go on without that.',
  ]);
  expect(text(null)[4]).toBe('  - ORD0000422 Fibre to Kai 12');
});

test('O16 an end that may well come later is forwarded as the earliest', () => {
  if (!held) throw new Error('The example has no T2');
  const lines = forwardText({ order, node: { ...held, atEarliest: true }, names, at }).split('\n');
  expect(lines[8]).toMatch(/^Expected to end: 27 Nov 2026, \d\d:\d\d at the earliest$/);
});

const site = planNode({ key: 'S1', parent: 'order', kind: 'location', title: 'Bergen', state: 'completed' });

test('T7 a completed location is forwarded with when it began and ended, and nothing is expected of it any more', () => {
  const [actualStart, actualEnd] = ['2026-11-20T12:00:00.000Z', '2026-11-22T12:00:00.000Z'] as const;
  const dates = { actualStart, actualEnd, estimatedStart: actualStart, estimatedEnd: actualEnd };
  const lines = forwardText({ order, node: { ...site, ...dates, baselineEnd: actualStart }, names, at }).split('\n');
  expect(lines.slice(1, -1).map(line => line.replace(/, \d\d:\d\d$/, ''))).toEqual([
    'Location: Bergen',
    'State: Completed',
    'Started: 20 Nov 2026',
    'Ended: 22 Nov 2026',
    'Against the baseline: +2 d',
  ]);
});

test('a part that asked for nothing says only how it stands', () => {
  expect(forwardText({ order, node: site, names, at }).split('\n').slice(1, -1)).toEqual([
    'Location: Bergen',
    'State: Completed',
  ]);
});
