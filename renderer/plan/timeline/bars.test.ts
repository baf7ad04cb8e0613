/** What is drawn of a part on the timeline. */
import { expect, test } from 'vitest';
import { examplePlan, planNode } from '../planExample.ts';
import { barsOf } from './bars.ts';

const now = Date.parse('2026-11-24T12:00:00.000Z');
const part = (key: string) => examplePlan.find(node => node.key === key) ?? planNode({ ...blank, key });
const blank = { parent: null, kind: 'task', title: 'Blank', state: 'draft' } as const;
const kinds = (key: string): string[] => barsOf(part(key), now).bars.map(({ kind }) => kind);
const iso = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString());

test('O4 what has ended is done for all of its time, with nothing left to expect', () => {
  expect(kinds('T1')).toEqual(['actual']);
  expect(iso(barsOf(part('T1'), now).extent?.to)).toBe('2026-11-23T09:00:00.000Z');
});

test('O4 what is held is planned, held until now, and expected from now on', () => {
  const { bars, baseline } = barsOf(part('T2'), now);
  expect(bars.map(({ kind, from, to }) => [kind, iso(from), iso(to)])).toEqual([
    ['plan', '2026-11-24T06:00:00.000Z', '2026-11-25T10:00:00.000Z'],
    ['held', '2026-11-24T06:00:00.000Z', '2026-11-24T12:00:00.000Z'],
    ['forecast', '2026-11-24T12:00:00.000Z', '2026-11-27T10:00:00.000Z'],
  ]);
  expect(iso(baseline ?? undefined)).toBe('2026-11-25T10:00:00.000Z');
});

test('O16 what has not begun is expected where what it waits for lets it begin', () => {
  expect(kinds('T3')).toEqual(['plan', 'forecast']);
  expect(iso(barsOf(part('T3'), now).extent?.from)).toBe('2026-11-27T10:00:00.000Z');
});

test('O4 lines and locations are done, or under way, as long as what is below them', () => {
  const from = '2026-11-23T06:00:00.000Z';
  const line = planNode({ ...blank, key: 'L9', kind: 'line', estimatedStart: from, actualStart: from });
  const drawn = (more: Partial<typeof line>) =>
    barsOf({ ...line, ...more }, now).bars.map(({ kind, to }) => [kind, iso(to)]);
  expect(drawn({ state: 'completed', actualEnd: '2026-11-24T09:00:00.000Z' })).toEqual([
    ['actual', '2026-11-24T09:00:00.000Z'],
  ]);
  expect(drawn({ state: 'inProgress', estimatedEnd: '2026-11-25T09:00:00.000Z' })).toEqual([
    ['actual', '2026-11-24T12:00:00.000Z'],
    ['forecast', '2026-11-25T09:00:00.000Z'],
  ]);
});

test('a part without dates has no bars', () => {
  expect(barsOf(part('none'), now)).toEqual({ bars: [], baseline: null, proposed: null, extent: null });
});

test('O16 an end that somebody proposed is marked where the part is expected to end', () => {
  const proposedEnd = {
    end: '2026-11-20T10:00:00.000Z',
    reason: 'Promised',
    by: 'kai',
    at: '2026-11-19T10:00:00.000Z',
  };
  const node = { ...part('none'), estimatedEnd: '2026-11-26T10:00:00.000Z' };
  expect(barsOf({ ...node, proposedEnd }, now).proposed).toBe(Date.parse('2026-11-26T10:00:00.000Z'));
  expect(barsOf(node, now).proposed).toBeNull();
});
