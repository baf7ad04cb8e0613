import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addCatalog, findCatalog, findCatalogByHash, latestCatalogVersion, listCatalogs } from './catalogs.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { nextNumber } from './numbers.ts';
import { findPerson, hasTeam, listPeople, listTeams, putPerson, putTeam } from './people.ts';
import { findSetting, putSetting, removeSetting } from './settings.ts';
import { findSource, keepSource } from './sourceKeys.ts';
import { sampleCatalog } from './testing/sampleCatalog.ts';
import { transaction } from './transaction.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  migrate(db, migrations);
});
afterEach(() => {
  db.close();
});

test('numbers follow each other without gaps, each sequence for itself', () => {
  expect([nextNumber(db, 'order'), nextNumber(db, 'order'), nextNumber(db, 'other')]).toEqual([1, 2, 1]);
  expect(() =>
    transaction(db, () => {
      nextNumber(db, 'order');
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(nextNumber(db, 'order')).toBe(3);
});

test('a document that comes twice is known as the same, and one with the same id and other content as changed', () => {
  keepSource(db, { sourceId: 'A-1', contentHash: 'h1' }, 'order-1');
  keepSource(db, { sourceId: '', contentHash: 'h2' }, 'order-2');
  expect(findSource(db, { sourceId: 'A-1', contentHash: 'h1' })).toEqual({ kind: 'same', orderId: 'order-1' });
  expect(findSource(db, { sourceId: 'A-1', contentHash: 'h9' })).toEqual({ kind: 'changed', orderId: 'order-1' });
  expect(findSource(db, { sourceId: '', contentHash: 'h2' })).toEqual({ kind: 'same', orderId: 'order-2' });
  expect(findSource(db, { sourceId: '', contentHash: 'h9' })).toBeUndefined();
});

test('settings are kept as they were put', () => {
  putSetting(db, 'theme', { dark: true });
  putSetting(db, 'theme', { dark: false });
  expect(findSetting(db, 'theme')).toEqual({ dark: false });
  removeSetting(db, 'theme');
  expect(findSetting(db, 'theme')).toBeUndefined();
});

test('people and teams are found by id and listed by name', () => {
  const ada = { id: 'p1', name: 'Ada', roles: ['admin', 'viewer'], groups: ['field'] } as const;
  const bo = { id: 'p2', name: 'Bo', roles: [], groups: [] };
  putPerson(db, bo);
  putPerson(db, { ...ada, name: 'Nobody yet' });
  putPerson(db, ada);
  putTeam(db, { id: 'field', name: 'Field work' });
  putTeam(db, { id: 'design', name: 'Design' });
  expect(findPerson(db, 'p1')).toEqual(ada);
  expect(findPerson(db, 'p9')).toBeUndefined();
  expect(listPeople(db)).toEqual([ada, bo]);
  expect(listTeams(db).map(({ name }) => name)).toEqual(['Design', 'Field work']);
  expect([hasTeam(db, 'field'), hasTeam(db, 'sales')]).toEqual([true, false]);
});

test('D10 every catalog version stays as it was imported', () => {
  const info = { importedAt: '2026-01-05T08:00:00.000Z', by: 'ada', fileName: 'catalog.json', hash: 'h1' };
  addCatalog(db, sampleCatalog, info);
  addCatalog(db, { ...sampleCatalog, version: 2, label: 'Second' }, { ...info, hash: 'h2' });
  expect(findCatalog(db, 1)).toEqual(sampleCatalog);
  expect(findCatalog(db, 3)).toBeUndefined();
  expect(latestCatalogVersion(db)).toBe(2);
  expect(listCatalogs(db).map(({ version, label }) => [version, label])).toEqual([
    [2, 'Second'],
    [1, 'Sample'],
  ]);
  expect(findCatalogByHash(db, 'h1')).toEqual({ ...info, version: 1, label: 'Sample' });
  expect(findCatalogByHash(db, 'h9')).toBeUndefined();
  expect(() => {
    addCatalog(db, sampleCatalog, info);
  }).toThrow('Catalog 1 is not the next one, 3.');
  expect(() => db.exec('DELETE FROM catalog_version')).toThrow('catalog versions are never removed');
});
