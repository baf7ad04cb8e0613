import { expect, test } from 'vitest';
import { line, order } from '../testing/literalOrders.ts';
import { compensation, compensationRow } from '../testing/literalRevisions.ts';
import { differenceOf, endSentence, fieldWord, rowReason, sentWords, summarySentence } from './changeWords.ts';
import { groupRows } from './compensationGroups.ts';

const { counts } = compensation([
  compensationRow('redo', 'a'),
  compensationRow('redo', 'b'),
  compensationRow('cancel', 'c'),
  compensationRow('add', 'd'),
  compensationRow('keep', 'e'),
]);
const nothing = compensation([]).counts;

test('what a change does is one sentence', () => {
  expect(summarySentence(counts)).toBe(
    '2 tasks are done again, 1 task is canceled, 1 task is added; 1 task stays as it is.',
  );
  expect(summarySentence(nothing)).toBe('No task is touched.');
});

test('the button says what is sent', () => {
  expect(sentWords(counts)).toBe('2 redone, 1 canceled, 1 added');
  expect(sentWords(nothing)).toBe('no task touched');
});

test('the new end is told beside the old one', () => {
  expect(endSentence({ was: '2026-11-25T12:00:00.000Z', now: '2026-11-27T12:00:00.000Z' })).toMatch(
    /^Planned end 27 Nov 2026.* was 25 Nov 2026.*\(2 days later\)\.$/,
  );
  expect(endSentence({ was: '2026-11-25T12:00:00.000Z', now: '2026-11-25T12:00:00.000Z' })).toMatch(/^The planned end/);
});

test('every kind of change is told as was and now', () => {
  const told = (change: Parameters<typeof differenceOf>[0]) => {
    const { change: how, field, was, now } = differenceOf(change, order('1'), [line(1)]);
    return [how, fieldWord(field), was, now];
  };
  expect(told({ kind: 'characteristic', line: 1, name: 'bandwidth', value: 1000 })).toEqual([
    'changed',
    'bandwidth',
    '500',
    '1000',
  ]);
  expect(told({ kind: 'characteristic', line: 1, name: 'vlan', value: 7 })).toEqual(['added', 'vlan', null, '7']);
  expect(told({ kind: 'characteristic', line: 7, name: 'vlan', value: null })).toEqual([
    'removed',
    'vlan',
    'being read…',
    null,
  ]);
  expect(told({ kind: 'relatedItems', line: 1, value: [{ type: 'crossRef', itemId: '' }] })).toEqual([
    'added',
    'Related item',
    null,
    'still empty',
  ]);
  expect(told({ kind: 'location', line: 1, value: { name: '', address: 'Pier 3' } })).toEqual([
    'changed',
    'Location',
    'Bergen',
    'still empty, Pier 3',
  ]);
  expect(told({ kind: 'quantity', line: 1, value: 3 })).toEqual(['changed', 'Quantity', '1', '3']);
  expect(told({ kind: 'location', line: 1, value: { name: 'Oslo' } })).toEqual([
    'changed',
    'Location',
    'Bergen',
    'Oslo',
  ]);
  expect(told({ kind: 'cancelLine', line: 1 })).toEqual(['removed', 'Line', 'Firewall Bergen', null]);
  expect(
    told({
      kind: 'addLine',
      line: { specification: 'vpn', name: 'VPN', quantity: 2, location: { name: 'Oslo' }, characteristics: [] },
    }),
  ).toEqual(['added', 'Line', null, 'VPN × 2, Oslo']);
});

test('each task says why something happens to it', () => {
  expect(rowReason({ reason: 'reacts', causes: ['bandwidth', 'location'] })).toBe(
    'It reacts to bandwidth, the location.',
  );
  expect(rowReason({ reason: 'branchDropped', causes: [] })).toBe('Its branch is no longer needed.');
  expect(rowReason({ reason: 'branchDropped', causes: ['dmz'] })).toBe('Its branch is no longer needed: dmz.');
});

test('tasks stand under their line and domain order, wherever they come in the list', () => {
  const groups = groupRows([
    compensationRow('redo', 'a'),
    compensationRow('redo', 'b', { line: 2, lineName: 'VPN', domainOrder: 'D5', domainOrderName: 'VPN' }),
    compensationRow('undo', 'c'),
  ]);
  expect(groups.map(({ line: number, domainOrders }) => [number, domainOrders.map(({ rows }) => rows.length)])).toEqual(
    [
      [1, [2]],
      [2, [1]],
    ],
  );
});
