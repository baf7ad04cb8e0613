import { expect, test } from 'vitest';
import type { CrewMember } from '../order/commands.ts';
import { chooseAssignee } from './chooseAssignee.ts';

const member = (person: string, parts: Partial<CrewMember> = {}): CrewMember => ({
  person,
  openTasks: 0,
  skills: [],
  sites: [],
  ...parts,
});

test('T3 by turns, the task goes to whoever was given one the longest ago, and first to whoever never was', () => {
  const [ana, bo, cy] = [
    member('ana', { lastGiven: '2026-11-23T08:00:00.000Z' }),
    member('bo', { lastGiven: '2026-11-22T08:00:00.000Z', openTasks: 9 }),
    member('cy'),
  ];
  expect(chooseAssignee({}, [ana, bo], 'roundRobin')?.person).toBe('bo');
  expect(chooseAssignee({}, [ana, bo, cy], 'roundRobin')?.person).toBe('cy');
});

test('T3 by load, the task goes to whoever has the fewest open tasks', () => {
  const crew = [member('ana', { openTasks: 3 }), member('bo', { openTasks: 1 }), member('cy', { openTasks: 2 })];
  expect(chooseAssignee({}, crew, 'leastLoaded')).toEqual({
    person: 'bo',
    why: { method: 'leastLoaded', candidates: 3, load: 1 },
  });
});

test('T3 of equals the first by id is chosen, whatever the order they stand in', () => {
  const crew = [member('cy'), member('ana'), member('bo')];
  for (const method of ['roundRobin', 'leastLoaded'] as const) {
    expect(chooseAssignee({}, crew, method)?.person).toBe('ana');
    expect(chooseAssignee({}, crew.toReversed(), method)?.person).toBe('ana');
  }
});

test('T3 a skill that is asked for must be had, and nobody who has it leaves the task in the queue', () => {
  const crew = [member('ana'), member('bo', { skills: ['fibre', 'rf'], openTasks: 5 })];
  expect(chooseAssignee({ skill: 'rf' }, crew, 'leastLoaded')).toEqual({
    person: 'bo',
    why: { method: 'leastLoaded', candidates: 1, load: 5, skill: 'rf' },
  });
  expect(chooseAssignee({ skill: 'firewall' }, crew, 'leastLoaded')).toBeUndefined();
  expect(chooseAssignee({}, [], 'roundRobin')).toBeUndefined();
});

test('T3 a person with sites is given work at those only, named by id or by name', () => {
  const crew = [member('ana', { sites: ['S1', 'Harbour'] }), member('bo', { openTasks: 7 })];
  const at = (location: { id?: string; name: string } | undefined) => chooseAssignee({ location }, crew, 'leastLoaded');
  expect(at({ id: 'S1', name: 'Head office' })).toMatchObject({ person: 'ana', why: { site: 'S1', candidates: 2 } });
  expect(at({ name: 'Harbour' })).toMatchObject({ person: 'ana', why: { site: 'Harbour' } });
  expect(at({ id: 'S2', name: 'Mill' })).toEqual({
    person: 'bo',
    why: { method: 'leastLoaded', candidates: 1, load: 7 },
  });
  expect(at(undefined)?.person).toBe('bo');
});
