/** The tree of the plan: which rows stand, and how answers are joined. */
import { describe, expect, test } from 'vitest';
import { examplePlan, planNode } from './planExample.ts';
import { ancestorsOf, joinParts, partAfter, visibleRows } from './planRows.ts';

const whole = joinParts([{ root: 'order', nodes: examplePlan, next: null }]);
const keysOf = (chosen: ReadonlyMap<string, boolean> = new Map()): string[] =>
  visibleRows(whole, chosen).map(row => row.key);

describe('visibleRows', () => {
  test('O1 stands order, location, line, domain order and task below one another', () => {
    expect(visibleRows(whole, new Map()).map(row => `${row.level} ${row.key}`)).toEqual([
      '1 order',
      '2 S1',
      '3 L1',
      '4 D1',
      '5 T1',
      '5 T2',
      '4 D2',
      '5 T3',
      '5 T4',
    ]);
  });

  test('stands 10,000 levels below one another', () => {
    const deep = Array.from({ length: 10_000 }, (_, at) =>
      planNode({
        key: at === 0 ? 'order' : `D${at}`,
        parent: at === 0 ? null : at === 1 ? 'order' : `D${at - 1}`,
        kind: at === 0 ? 'order' : 'domainOrder',
        title: 'Part',
        state: 'draft',
        childCount: at === 9999 ? 0 : 1,
        childrenShown: true,
      }),
    );
    const data = joinParts([{ root: 'order', nodes: deep, next: null }]);
    const rows = visibleRows(data, new Map(deep.map(({ key }) => [key, true])));
    expect(rows.at(-1)).toMatchObject({ key: 'D9999', level: 10_000, expanded: null });
  });

  test('leaves out what a closed branch holds', () => {
    expect(keysOf(new Map([['D1', false]]))).toEqual(['order', 'S1', 'L1', 'D1', 'D2', 'T3', 'T4']);
  });

  test('says position among the siblings', () => {
    const row = visibleRows(whole, new Map()).find(({ key }) => key === 'T2');
    expect(row).toMatchObject({ position: 2, siblings: 2, expanded: null });
  });

  test('starts domain orders closed in a large plan', () => {
    const tasks = Array.from({ length: 60 }, (_, index) =>
      planNode({ key: `T${index + 1}`, parent: 'D1', kind: 'task', title: 'Task', state: 'draft' }),
    );
    const large = joinParts([
      {
        root: 'order',
        next: null,
        nodes: [
          planNode({ key: 'order', parent: null, kind: 'order', title: 'Order', state: 'inProgress', childCount: 1 }),
          planNode({ key: 'D1', parent: 'order', kind: 'domainOrder', title: 'D', state: 'draft', childCount: 60 }),
          ...tasks,
        ],
      },
    ]);
    expect(visibleRows(large, new Map()).map(row => row.key)).toEqual(['order', 'D1']);
  });
});

describe('joinParts', () => {
  const order = planNode({ key: 'order', parent: null, kind: 'order', title: 'Order', state: 'new', childCount: 3 });
  const line = (number: number) =>
    planNode({
      key: `L${number}`,
      parent: 'order',
      kind: 'line',
      title: `Line ${number}`,
      state: 'new',
      childCount: 1,
      childrenShown: false,
    });
  const first = { root: 'order', nodes: [order, line(1), line(2)], next: 'L2' };

  test('keeps a row for the children that did not fit, and knows where to go on', () => {
    const data = joinParts([first]);
    expect(visibleRows(data, new Map()).map(row => row.key)).toEqual(['order', 'L1', 'L2', 'order/rest']);
    expect(partAfter(data, 'order')).toEqual({ root: 'order', after: 'L2' });
  });

  test('appends what came later, without the root a second time', () => {
    const data = joinParts([first, { root: 'order', nodes: [order, line(3)], next: null }]);
    expect(visibleRows(data, new Map()).map(row => row.key)).toEqual(['order', 'L1', 'L2', 'L3']);
  });

  test('puts a subtree asked for alone below its root', () => {
    const task = planNode({ key: 'T1', parent: 'L2', kind: 'task', title: 'Task', state: 'open' });
    const data = joinParts([first, { root: 'L2', nodes: [line(2), task], next: null }]);
    const rows = visibleRows(data, new Map([['L2', true]]));
    expect(rows.map(row => row.key)).toEqual(['order', 'L1', 'L2', 'T1', 'order/rest']);
  });
});

test('ancestorsOf goes from the parent up to the order', () => {
  expect(ancestorsOf(whole, 'T3')).toEqual(['D2', 'L1', 'S1', 'order']);
});
