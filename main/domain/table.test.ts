import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changedNumbers,
  changeRows,
  emptyTable,
  findRow,
  getRow,
  listRows,
  replaceRow,
  rowsOf,
  tableOf,
  withAllRows,
  withRow,
} from './table.ts';

test('behaves as an array would, through any growth and any replacement', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { maxLength: 2200 }),
      fc.array(fc.tuple(fc.nat(), fc.integer())),
      (rows, edits) => {
        const model = [...rows];
        let table = tableOf(rows);
        for (const [at, value] of edits) {
          if (model.length === 0) break;
          const index = at % model.length;
          model[index] = value;
          table = replaceRow(table, index + 1, value);
        }
        expect([...rowsOf(table)]).toEqual(model);
        expect(listRows(table)).toEqual(model);
        expect(table.size).toBe(model.length);
      },
    ),
    { numRuns: 60 },
  );
});

test('many rows changed at once are those changed one by one, and the others are shared', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1200 }), fc.array(fc.nat(), { maxLength: 40 }), (size, edits) => {
      const before = tableOf(Array.from({ length: size }, (_, index) => [index]));
      const numbers = edits.map(at => (at % size) + 1);
      const one = (row: number[]): number[] => [...row, -1];
      const after = changeRows(before, numbers, one);
      const slow = numbers.reduce((so, number) => replaceRow(so, number, one(getRow(so, number))), before);
      expect(listRows(after)).toEqual(listRows(slow));
      expect(changedNumbers(before, after)).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      expect(listRows(before)).toEqual(Array.from({ length: size }, (_, index) => [index]));
    }),
    { numRuns: 60 },
  );
  expect(() => changeRows(tableOf(['a']), [2], row => row)).toThrow('No row 2');
});

test('a list put in place of all rows shares what is the same, and all of it when nothing is other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1200 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      fc.nat({ max: 1200 }),
      (size, edits, growth) => {
        const before = tableOf(Array.from({ length: size }, () => ({})));
        const rows = [...listRows(before), ...Array.from({ length: growth }, () => ({}))];
        const changed = new Set(size === 0 ? [] : edits.map(at => (at % size) + 1));
        for (const number of changed) rows[number - 1] = {};
        const after = withAllRows(before, rows);
        expect(listRows(after)).toEqual(rows);
        const added = Array.from({ length: growth }, (_, index) => size + index + 1);
        expect(changedNumbers(before, after)).toEqual([...[...changed].toSorted((a, b) => a - b), ...added]);
        expect(after === before).toBe(changed.size + growth === 0);
      },
    ),
    { numRuns: 60 },
  );
});

test('an earlier version is untouched by a later change', () => {
  const before = tableOf(Array.from({ length: 1500 }, (_, index) => index));
  const after = withRow(replaceRow(before, 700, -1), 9);
  expect(getRow(before, 700)).toBe(699);
  expect(getRow(after, 700)).toBe(-1);
  expect(before.size).toBe(1500);
  expect(after.size).toBe(1501);
});

test('a number outside the table finds nothing, and changing it is a bug', () => {
  const table = tableOf(['a']);
  expect(findRow(table, 0)).toBeUndefined();
  expect(findRow(table, 2)).toBeUndefined();
  expect(() => replaceRow(table, 2, 'b')).toThrow('No row 2');
});

test('tells which rows are new or other than before, through any growth and any replacement', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1200 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      fc.integer({ min: 0, max: 1200 }),
      (size, edits, growth) => {
        const before = tableOf(Array.from({ length: size }, () => ({})));
        const changed = new Set(size === 0 ? [] : edits.map(at => (at % size) + 1));
        let after = before;
        for (const number of changed) after = replaceRow(after, number, {});
        for (let more = 0; more < growth; more += 1) after = withRow(after, {});
        const added = Array.from({ length: growth }, (_, index) => size + index + 1);
        expect(changedNumbers(before, after)).toEqual([...[...changed].toSorted((a, b) => a - b), ...added]);
      },
    ),
    { numRuns: 60 },
  );
  expect(changedNumbers(emptyTable, emptyTable)).toEqual([]);
});
