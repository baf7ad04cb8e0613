import { expect, test } from 'vitest';
import type { RevisionChange } from '../../preload/contract/revision.ts';
import { line } from '../testing/literalOrders.ts';
import {
  aboutOf,
  changesToSend,
  countOn,
  isWhole,
  picksOf,
  valueIn,
  withChange,
  withoutChange,
  withPicks,
  withValue,
} from './changeDraft.ts';

const bandwidth = (value: number): RevisionChange => ({ kind: 'characteristic', line: 1, name: 'bandwidth', value });
const quantity: RevisionChange = { kind: 'quantity', line: 2, value: 3 };
const cancel: RevisionChange = { kind: 'cancelLine', line: 1 };
const added: RevisionChange = {
  kind: 'addLine',
  line: { specification: 'vpn', quantity: 1, location: null, characteristics: [] },
};

test('a second change of the same thing takes the place of the first', () => {
  expect(withChange([bandwidth(1), quantity], bandwidth(2))).toEqual([bandwidth(2), quantity]);
});

test('what is set back to what the order says is no change', () => {
  expect(withValue([bandwidth(1)], bandwidth(500), true)).toEqual([]);
  expect(withValue([], bandwidth(1), false)).toEqual([bandwidth(1)]);
});

test('canceling a line leaves out what else was changed on it', () => {
  expect(withChange([bandwidth(1), quantity, added], cancel)).toEqual([quantity, added, cancel]);
});

test('every added line is its own and can be left out', () => {
  const twice = withChange(withChange([quantity], added), {
    ...added,
    line: { ...added.line, quantity: 2 },
  });
  expect(twice).toHaveLength(3);
  expect(withoutChange(twice, aboutOf(added))).toHaveLength(2);
});

test('a choice of what to give up goes with the quantity, and only when it is complete', () => {
  const chosen = withPicks([quantity], 2, [7]);
  expect(picksOf(chosen, 2)).toEqual([7]);
  expect(changesToSend(chosen, [{ line: 2, giveUp: 1 }])).toEqual([{ ...quantity, giveUp: [7] }]);
  expect(changesToSend(chosen, [{ line: 2, giveUp: 2 }])).toEqual([quantity]);
});

test('a place without a name is not whole yet', () => {
  expect(isWhole({ kind: 'location', line: 1, value: { name: ' ' } })).toBe(false);
  expect(isWhole(bandwidth(1))).toBe(true);
});

test('the value of a line is the changed one, else its own', () => {
  expect(valueIn([bandwidth(9)], line(1), 'bandwidth')).toBe(9);
  expect(valueIn([], line(1), 'bandwidth')).toBe(500);
  expect(valueIn([], line(1), 'vlan')).toBeNull();
  expect(countOn([bandwidth(9), quantity, added], 1)).toBe(1);
});
