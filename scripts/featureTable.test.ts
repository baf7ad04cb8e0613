/** The table of capabilities against made-up test runs. */
import { expect, it } from 'vitest';
import { disagreements, provenIds, readRows } from './featureTable.ts';

const TABLE = `
# Features

| id | capability | state | test |
| --- | --- | --- | --- |
| | **Approval** | | |
| A1 | Queue with a count | yes | A1 the queue counts a\\|b |
| A2 | Approve from New only | yes | \`A2 approving twice is refused\` |
| A3 | Reject | partial | |
| A10 | Later | no | |
`;

const passed = (title: string) => ({ title, state: 'passed' }) as const;
const failed = (title: string) => ({ title, state: 'failed' }) as const;
const GOOD = [passed('A1 the queue counts a|b'), passed('A2 approving twice is refused'), passed('other')];

it('agrees when every yes has its test and every proven id a yes or partial', () => {
  expect(disagreements(readRows(TABLE), [...GOOD, passed('A3 rejecting stops work')])).toEqual([]);
});

it.each([
  [
    'a named test that did not run',
    [passed('A1 the queue counts a|b')],
    'A2 names the test "A2 approving twice is refused", which did not run and pass.',
  ],
  [
    'a named test that failed',
    [GOOD[0], failed('A2 approving twice is refused')],
    'A2 names the test "A2 approving twice is refused", which did not run and pass.',
  ],
  [
    'a proven id that the table denies',
    [...GOOD, passed('A10 works')],
    'A10 is proven by a test, but the table does not say yes or partial.',
  ],
  [
    'a proven id that the table lacks',
    [...GOOD, passed('B1 works')],
    'B1 is proven by a test, but the table does not say yes or partial.',
  ],
])('objects to %s', (_what, outcomes, sentence) => {
  expect(
    disagreements(
      readRows(TABLE),
      outcomes.filter(outcome => outcome !== undefined),
    ),
  ).toEqual([sentence]);
});

it.each([
  ['| A1 | x | yes | |', 'A1 says yes and names no test.'],
  ['| A1 | x | yes | B1 x |', 'A1 names the test "B1 x", which does not begin with its id.'],
  ['| A1 | x | maybe | |', 'A1 has the state "maybe"; it must be yes, partial, no.'],
])('objects to the row %s', (row, sentence) => {
  expect(disagreements(readRows(row), [])).toEqual([sentence]);
});

it('lists proven ids by letter and number, without those that also failed', () => {
  expect(provenIds([passed('D10 x'), passed('D2 x'), passed('A1 x'), failed('A1 y'), passed('no id')])).toEqual([
    'D2',
    'D10',
  ]);
});
