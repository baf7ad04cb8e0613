/** What happened, in words. */
import { expect, test } from 'vitest';
import { namesOf } from '../names.ts';
import { session } from '../testing/literalSession.ts';
import { changedValue, fieldWord, remarkOf } from './activityWords.ts';

const names = namesOf(session);
const about = (subject: string, field: string) => ({ subject, field });

test('U1 states, people and times are told the way the window tells them everywhere', () => {
  expect(changedValue(about('T1', 'state'), 'onHold', names)).toBe('On hold');
  expect(changedValue(about('T1', 'assignee'), 'kai', names)).toBe('Kai Lund');
  expect(changedValue(about('order', 'onBehalfOf'), 'kai', names)).toBe('Kai Lund');
  expect(changedValue(about('T1', 'escalatedTo'), 'person:kai', names)).toBe('Kai Lund');
  expect(changedValue(about('T1', 'plannedEnd'), '2026-11-23T05:20:00.000Z', names)).toContain('23 Nov 2026');
  expect(fieldWord('value.vlan')).toBe('vlan');
});

test('T6 the remark on a score says what it was computed from', () => {
  const parts = [
    { table: 'customer', key: 'gold', rank: 90, weight: 3 },
    { table: 'urgency', key: 'critical', rank: 100, weight: 1 },
  ];
  expect(remarkOf({ field: 'score', text: JSON.stringify(parts) })).toBe(
    'Customer “gold”: rank 90 × weight 3; Urgency “critical”: rank 100 × weight 1',
  );
});

test('T3 why the desk gave a task to somebody is told as a sentence', () => {
  const why = { method: 'leastLoaded', candidates: 3, load: 1, skill: 'fibre' };
  expect(changedValue(about('T1', 'why'), JSON.stringify(why), names)).toContain('skill fibre');
});

test('X8 what was taken back is told by its own name', () => {
  expect(changedValue(about('T1', 'undone'), 'TaskCompleted', names)).toBe('Completed');
});

test('a point of no return is told by its task, or by when it was passed', () => {
  expect(changedValue(about('D1', 'pointOfNoReturn'), 'TASK0000421-3 Install', names)).toBe('TASK0000421-3 Install');
  expect(changedValue(about('D1', 'pointOfNoReturn'), '2026-11-23T05:20:00.000Z', names)).toContain('23 Nov 2026');
});
