import { expect, test } from 'vitest';
import { compareChange, compareVersions } from './compareVersions.ts';
import { versionBefore, versionsOf } from './evolveRevision.ts';
import { captured, line } from '../testing/captures.ts';
import { approving, asking, cancelling, changed, rejecting, value } from '../testing/revisions.ts';
import { given, minute, type Story } from '../testing/story.ts';

const start = () =>
  given(
    captured([
      line('1', 'internet', { characteristics: [{ name: 'tier', value: 'gold' }] }),
      line('2', 'voice'),
      line('3', 'voice'),
    ]),
  ).approved();

const versions = ({ order }: Story, from: number, to: number) => {
  const [before, after] = [from, to].map(number => versionsOf(order)[number - 1]);
  if (before === undefined || after === undefined) throw new Error('There is no such version');
  return compareVersions(before, after);
};

test('O14 each approved change makes a version, and a rejected one makes none', () => {
  const once = changed(start(), [value(1, 'tier', 'silver')]);
  const twice = once.and(asking([value(1, 'tier', 'lead')])).and(rejecting(2));
  const canceled = twice.and(cancelling()).and(approving(3));
  expect(
    versionsOf(canceled.order).map(({ number, at, by, operation, reason }) => [number, at, by, operation, reason]),
  ).toEqual([
    [1, minute(1), 'manager', 'original', undefined],
    [2, minute(3), 'manager', 'update', 'The customer wants it otherwise'],
    [3, minute(7), 'manager', 'cancel', 'The customer has moved away'],
  ]);
  expect(versionsOf(start().order)).toHaveLength(1);
  expect(versionsOf(given(captured([line('1', 'voice')])).order)).toEqual([]);
});

test('O14 two versions are told apart line by line and field by field, also when they are not neighbours', () => {
  const first = changed(start(), [
    value(1, 'tier', 'silver'),
    value(2, 'codec', 'opus'),
    { kind: 'location', line: 2, value: { name: 'Harbour' } },
    { kind: 'contact', value: { name: 'Robin', phone: '1' } },
  ]);
  const second = changed(first, [
    value(1, 'tier', null),
    { kind: 'quantity', line: 2, value: 3 },
    { kind: 'cancelLine', line: 3 },
    { kind: 'requestedCompletion', value: null },
    { kind: 'addLine', line: line('9', 'voice', { name: 'Fax', characteristics: [{ name: 'codec', value: 'g711' }] }) },
  ]);
  expect(versions(second, 1, 2)).toEqual([
    { subject: 'order', change: 'changed', field: 'contact', was: { name: 'Kim' }, now: { name: 'Robin', phone: '1' } },
    { subject: 'L1', change: 'changed', field: 'characteristic.tier', was: 'gold', now: 'silver' },
    { subject: 'L2', change: 'changed', field: 'location', was: { name: 'Main Street 1' }, now: { name: 'Harbour' } },
    { subject: 'L2', change: 'added', field: 'characteristic.codec', was: null, now: 'opus' },
  ]);
  expect(versions(second, 2, 3)).toEqual([
    { subject: 'order', change: 'removed', field: 'requestedCompletion', was: '2027-01-31T00:00:00.000Z', now: null },
    { subject: 'L1', change: 'removed', field: 'characteristic.tier', was: 'silver', now: null },
    { subject: 'L2', change: 'changed', field: 'quantity', was: 1, now: 3 },
    { subject: 'L3', change: 'removed', field: 'line', was: 'voice', now: null },
    { subject: 'L4', change: 'added', field: 'line', was: null, now: 'Fax' },
    { subject: 'L4', change: 'added', field: 'action', was: null, now: 'add' },
    { subject: 'L4', change: 'added', field: 'quantity', was: null, now: 1 },
    { subject: 'L4', change: 'added', field: 'location', was: null, now: { name: 'Main Street 1' } },
    { subject: 'L4', change: 'added', field: 'characteristic.codec', was: null, now: 'g711' },
  ]);
  expect(versions(second, 1, 3)).toContainEqual({
    subject: 'L1',
    change: 'removed',
    field: 'characteristic.tier',
    was: 'gold',
    now: null,
  });
  expect(versions(second, 3, 3)).toEqual([]);
});

test('O14 a change that is asked for is told as what was and what would be, also after others were approved', () => {
  const asked = changed(start(), [{ kind: 'cancelLine', line: 3 }]).and(asking([{ kind: 'cancelLine', line: 2 }]));
  const told = ({ order }: Story, number: number) => {
    const revision = order.revisions?.[number - 1];
    const before = revision && versionBefore(order, revision);
    if (revision === undefined || before === undefined) throw new Error('There is no such version');
    return compareChange(before, revision).map(({ subject, field, was, now }) => [subject, field, was, now]);
  };
  expect(told(asked, 1)).toEqual([['L3', 'line', 'voice', null]]);
  expect(told(asked, 2)).toEqual([['L2', 'line', 'voice', null]]);
  const later = changed(asked.and(rejecting(2)), [{ kind: 'quantity', line: 2, value: 5 }]).and(cancelling());
  expect(told(later, 2)).toEqual([['L2', 'line', 'voice', null]]);
  expect(told(later, 4)).toEqual([
    ['L1', 'line', 'internet', null],
    ['L2', 'line', 'voice', null],
  ]);
});

test('O14 with all that is around it, what stays is told too: of the order, and of the lines in which something differs', () => {
  const story = start();
  const [before] = versionsOf(story.order);
  if (before === undefined) throw new Error('There is no version');
  const change = { operation: 'update', changes: [value(1, 'tier', 'silver')] } as const;
  const all = compareChange(before, change, 'all');
  expect(all.filter(one => one.change !== 'same')).toEqual(compareChange(before, change));
  const stays = all.filter(one => one.change === 'same').map(({ subject, field }) => [subject, field]);
  expect(stays).toEqual(
    expect.arrayContaining([
      ['order', 'contact'],
      ['L1', 'quantity'],
      ['L1', 'location'],
    ]),
  );
  expect(stays.filter(([subject]) => subject === 'L2')).toEqual([]);
});
