/** The people and teams of the workspace. */
import type { Database } from 'better-sqlite3';
import type { Person, Role } from '../main/domain/people/permissions.ts';
import { prepared, preparedValue } from './statements.ts';

export type Team = { readonly id: string; readonly name: string };

type PersonRow = { id: string; name: string; roles: string; groups: string };

/** Adds the person, or replaces what is known of them. */
export function putPerson(db: Database, { id, name, roles, groups }: Person): void {
  const sql = `
    INSERT INTO person (id, name, roles, groups) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, groups = excluded.groups`;
  prepared(db, sql).run(id, name, JSON.stringify(roles), JSON.stringify(groups));
}

export function findPerson(db: Database, id: string): Person | undefined {
  const row = prepared<PersonRow>(db, 'SELECT id, name, roles, groups FROM person WHERE id = ?').get(id);
  return row === undefined ? undefined : personOf(row);
}

/** Everybody, by name. */
export const listPeople = (db: Database): Person[] =>
  prepared<PersonRow>(db, 'SELECT id, name, roles, groups FROM person ORDER BY name, id').all().map(personOf);

/** Everybody of the team, by id. */
export const listMembers = (db: Database, team: string): Person[] =>
  prepared<PersonRow>(
    db,
    'SELECT id, name, roles, groups FROM person WHERE ? IN (SELECT value FROM json_each(groups)) ORDER BY id',
  )
    .all(team)
    .map(personOf);

/** Adds the team, or renames it. */
export function putTeam(db: Database, { id, name }: Team): void {
  const sql = 'INSERT INTO team (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name';
  prepared(db, sql).run(id, name);
}

export const hasTeam = (db: Database, id: string): boolean =>
  preparedValue<number>(db, 'SELECT 1 FROM team WHERE id = ?').get(id) !== undefined;

/** All teams, by name. */
export const listTeams = (db: Database): Team[] =>
  prepared<Team>(db, 'SELECT id, name FROM team ORDER BY name, id').all();

function personOf({ id, name, roles, groups }: PersonRow): Person {
  return { id, name, roles: JSON.parse(roles) as Role[], groups: JSON.parse(groups) as string[] };
}
