import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NewerFileError } from './errors.ts';
import { migrate, type Migration } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { openWriter } from './open.ts';
import { tempFolder, type TempFolder } from './testing/tempFolder.ts';

let folder: TempFolder;
let file: string;
beforeEach(() => {
  folder = tempFolder();
  file = folder.file('desk.db');
});
afterEach(() => {
  folder.remove();
});

const schemaOf = (db: Database.Database): unknown[] =>
  db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();

const more: Migration = {
  version: 9_000,
  name: 'more',
  up: db => db.exec('ALTER TABLE team ADD COLUMN colour TEXT'),
};

test('a new file is brought to this schema without a copy', () => {
  const db = openWriter(file);
  expect(migrate(db, migrations)).toEqual({ from: 0, to: migrations.at(-1)?.version });
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version);
  db.close();
});

test('a file brought up step by step has the schema of a new one', () => {
  const fresh = new Database(':memory:');
  migrate(fresh, migrations);
  for (const [index] of migrations.entries()) {
    const stepped = new Database(':memory:');
    migrate(stepped, migrations.slice(0, index + 1));
    migrate(stepped, migrations);
    expect(schemaOf(stepped)).toEqual(schemaOf(fresh));
    stepped.close();
  }
  fresh.close();
});

test('a second start changes nothing', () => {
  const db = openWriter(file);
  migrate(db, migrations);
  const before = schemaOf(db);
  expect(migrate(db, migrations)).toEqual({ from: 80, to: 80 });
  expect(schemaOf(db)).toEqual(before);
  db.close();
});

test('M4 before the first step of an upgrade a copy that the older version can open is kept', () => {
  const db = openWriter(file);
  migrate(db, migrations);
  db.exec(`INSERT INTO team (id, name) VALUES ('field', 'Field work')`);
  const { copy } = migrate(db, [...migrations, more]);
  db.close();
  expect(copy).toBe(`${file}.schema-80`);
  const kept = openWriter(copy ?? '');
  expect(migrate(kept, migrations)).toEqual({ from: 80, to: 80 });
  expect(kept.prepare('SELECT * FROM team').all()).toEqual([{ id: 'field', name: 'Field work' }]);
  kept.close();
});

test('a step that fails leaves the file at the step before', () => {
  const db = openWriter(file);
  migrate(db, migrations);
  const broken: Migration = {
    version: 9_010,
    name: 'broken',
    up: target => {
      target.exec('CREATE TABLE half (a TEXT)');
      throw new Error('no');
    },
  };
  expect(() => migrate(db, [...migrations, more, broken])).toThrow('no');
  expect(db.pragma('user_version', { simple: true })).toBe(9_000);
  expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0);
  db.close();
});

test('a file that a newer version has written is refused by name and not touched', () => {
  const db = openWriter(file);
  db.pragma('user_version = 99999');
  expect(() => migrate(db, migrations)).toThrow(NewerFileError);
  expect(() => migrate(db, migrations)).toThrow('Update the app to open it.');
  expect(schemaOf(db)).toEqual([]);
  expect(existsSync(`${file}.schema-99999`)).toBe(false);
  db.close();
});

test('migrations out of order are a bug', () => {
  const db = new Database(':memory:');
  expect(() => migrate(db, [more, ...migrations])).toThrow('must come after');
  db.close();
});
