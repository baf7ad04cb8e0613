import { expect, test } from 'vitest';
import { defaultPolicy, type PriorityPolicy, type RankTable } from './policy.ts';
import { bandOf, computesPriority, scoreOf, scoreOrder, type RankedOrder } from './priorityScore.ts';

const table = (weight: number, ranks: RankTable['ranks'], otherwise?: number): RankTable => ({
  weight,
  ranks,
  ...(otherwise === undefined ? {} : { otherwise }),
});

/** The worked example of domain.md A.13 item 10. */
const policy: PriorityPolicy = {
  customer: table(10, { acme: 100 }),
  specification: table(25, { firewall: 80, voice: 20 }),
  orderType: table(35, { add: 80, noChange: 0 }),
  urgency: table(30, { moderate: 60, critical: 100 }),
};
const order: RankedOrder = {
  account: 'acme',
  priority: 'moderate',
  lines: [{ line: 1, specification: 'firewall', action: 'add' }],
};

test('T6 ranks 100, 80, 80 and 60 with weights 10, 25, 35 and 30 make 76, which is High', () => {
  const score = {
    score: 76,
    priority: 'high',
    parts: [
      { table: 'customer', key: 'acme', rank: 100, weight: 10 },
      { table: 'specification', key: 'firewall', rank: 80, weight: 25 },
      { table: 'orderType', key: 'add', rank: 80, weight: 35 },
      { table: 'urgency', key: 'moderate', rank: 60, weight: 30 },
    ],
  };
  expect(scoreOrder(order, policy)).toEqual({ lines: [{ line: 1, score }], order: score });
});

test('T6 the highest line sets the order, whatever its place', () => {
  const lines = [
    { line: 1, specification: 'voice', action: 'add' },
    { line: 2, specification: 'firewall', action: 'add' },
    { line: 3, specification: 'voice', action: 'noChange' },
  ] as const;
  const scored = scoreOrder({ ...order, lines }, policy);
  expect(scored?.lines.map(({ score }) => [score.score, score.priority])).toEqual([
    [61, 'high'],
    [76, 'high'],
    [33, 'low'],
  ]);
  expect(scored?.order).toBe(scored?.lines[1]?.score);
});

test('T6 a key that is in no table has the rank for all others; a table without that says nothing about the line', () => {
  const open = { ...policy, specification: table(25, {}, 40), customer: table(10, {}) };
  expect(scoreOrder(order, open)?.order.parts.map(({ table: name, rank }) => [name, rank])).toEqual([
    ['specification', 40],
    ['orderType', 80],
    ['urgency', 60],
  ]);
  expect(
    scoreOrder({ ...order, account: undefined }, { ...policy, customer: table(10, {}, 50) })?.order.parts[0],
  ).toEqual({ table: 'customer', key: '', rank: 50, weight: 10 });
  const inherited = scoreOrder({ ...order, account: 'constructor' }, policy);
  expect(inherited?.order.parts.map(({ table: name }) => name)).not.toContain('customer');
});

test('T6 no table with a weight computes nothing, and neither do tables that know none of the keys', () => {
  expect(computesPriority(defaultPolicy.priority)).toBe(false);
  expect(scoreOrder(order, defaultPolicy.priority)).toBeUndefined();
  expect(scoreOrder(order, { ...defaultPolicy.priority, customer: table(10, { other: 5 }) })).toBeUndefined();
  expect(scoreOrder({ ...order, lines: [] }, policy)).toBeUndefined();
});

test.each([
  [100, 'critical'],
  [80, 'critical'],
  [79.99, 'high'],
  [60, 'high'],
  [59.99, 'moderate'],
  [40, 'moderate'],
  [39.99, 'low'],
  [0, 'low'],
] as const)('T6 a score of %d is %s', (score, band) => {
  expect(bandOf(score)).toBe(band);
});

test('T6 a mean that is a whole band by arithmetic is not below it by rounding', () => {
  const parts = [0.1, 0.2, 0.7].map(weight => ({ table: 'customer', key: 'a', rank: 80, weight }) as const);
  expect(scoreOf(parts)).toMatchObject({ score: 80, priority: 'critical' });
});
