/** Choosing who gets a task. */
import { expect, test } from 'vitest';
import { namesOf } from '../names.ts';
import { handsOf, handsOptions } from './peopleOptions.ts';

const people = [
  { id: 'kai', name: 'Kai Lund', roles: [], groups: [] },
  { id: 'liv', name: 'Liv Dahl', roles: [], groups: ['field'] },
];
const teams = [{ id: 'field', name: 'Field North' }];

test('T2 offers the people of the team first, with their teams, then the teams, then nobody', () => {
  const options = handsOptions(people, teams, 'field', namesOf({ people, teams }));
  expect(options.flatMap(({ items }) => items.map(({ label }) => label))).toEqual([
    'Liv Dahl – Field North',
    'Kai Lund',
    'Field North',
    'Nobody, leave it to the team',
  ]);
});

test('a person keeps the team, a team takes it from the person, nobody leaves it to the team', () => {
  expect(handsOf('person:liv', 'field')).toEqual({ assignee: 'liv', group: 'field' });
  expect(handsOf('team:core', 'field')).toEqual({ assignee: null, group: 'core' });
  expect(handsOf('nobody', 'field')).toEqual({ assignee: null, group: 'field' });
});
