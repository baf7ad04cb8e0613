import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestFile, TestDesk } from '../testing/testDesk.ts';
import { findByText } from './findByText.ts';
import { matchQuery, nextWordSql } from './matchQuery.ts';

let db: Database;
let desk: TestDesk;
beforeEach(() => {
  db = openTestFile(':memory:');
  desk = new TestDesk(db);
});
afterEach(() => {
  db.close();
});

const importCalled = (...names: readonly string[]): void => {
  for (const name of names) desk.import({ account: { id: 'acc', name } });
};

test('a beginning is written out as the words of the index that begin so', () => {
  importCalled('Borealis', 'Boreas', 'Bora');
  expect(matchQuery(db, 'Bore')).toBe('("borealis" OR "boreas")');
  expect(matchQuery(db, 'boreal torg')).toBe('("borealis") AND ("torget")');
});

test('short beginnings, unknown words and words with accents are left to the index', () => {
  importCalled('Blåbær');
  expect(matchQuery(db, 'bor')).toBe('"bor"*');
  expect(matchQuery(db, 'zzzz')).toBe('"zzzz"*');
  expect(matchQuery(db, 'blåb')).toBe('"blåb"*');
  expect(matchQuery(db, ' - ')).toBeNull();
});

test('a beginning of very many words still finds all of them', () => {
  importCalled(...Array.from({ length: 40 }, (_, n) => `Many${String(n).padStart(3, '0')}`));
  expect(matchQuery(db, 'many0')).toBe('"many0"*');
  expect(findByText(db, 'many0', 100)).toHaveLength(40);
});

test('the words after one are looked up, not walked', () => {
  const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${nextWordSql}`).all('a');
  expect(plan.map(({ detail }) => detail).join()).not.toContain('TEMP B-TREE');
});
