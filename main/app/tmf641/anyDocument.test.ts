/** No document makes the importer throw, and none that it accepts loses anything on its way out again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../domain/json.ts';
import { exportableOfCaptured } from './exportableOrder.ts';
import { findAt, pathTo, stepsOf } from './jsonPath.ts';
import { lostPaths } from './lostPaths.ts';
import { readServiceOrder } from './readServiceOrder.ts';
import { splitDocuments } from './splitDocuments.ts';
import { anyJson, anyOrder } from './testing/anyDocuments.ts';
import { about } from './testing/documents.ts';
import { writeServiceOrder } from './writeServiceOrder.ts';

const options = { assumedZone: '+02:00' };

/** Whether the path leads to something in the document, or to a property that is missing from something there. */
function leadsSomewhere(document: JsonValue, path: string): boolean {
  const steps = stepsOf(path);
  if (steps === undefined) return false;
  const parent = steps.slice(0, -1).reduce(pathTo, '$');
  return findAt(document, path) !== undefined || findAt(document, parent) !== undefined;
}

/** The paths that lead nowhere, of the notes of an order that was read or of the reasons why it was not. */
function strayPaths(document: JsonValue): readonly string[] {
  const read = readServiceOrder(document, options);
  const told = read.ok ? read.value.understood : read.error;
  const stray = told.map(({ path }) => path).filter(path => !leadsSomewhere(document, path));
  return !read.ok && told.length === 0 ? ['refused without a reason'] : stray;
}

/** Generous: random documents are slow to make on a busy machine. */
const patience = { timeout: 60_000 };

describe('any document', patience, () => {
  it('is read or refused, and every note and problem leads to its place', () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, anyOrder), document => {
        expect(strayPaths(document)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('that is read is written with nothing lost, as 4.1 wants it, and reads the same again', () => {
    fc.assert(
      fc.property(anyOrder, document => {
        const read = readServiceOrder(document, options);
        fc.pre(read.ok);
        const written = writeServiceOrder(exportableOfCaptured(read.value.order, about), document, options);
        expect(lostPaths(document, written, options)).toEqual([]);
        expect(written).toMatchObject({ id: expect.any(String), href: expect.any(String), state: 'acknowledged' });
        const again = readServiceOrder(written, options);
        if (!again.ok) throw new Error(`Refused its own export: ${JSON.stringify(again.error)}`);
        const { sourceId = about.id, orderDate = about.importedAt } = read.value.order;
        expect(again.value.order).toEqual({ ...read.value.order, sourceId, orderDate });
        expect(writeServiceOrder(exportableOfCaptured(again.value.order, about), written, options)).toEqual(written);
      }),
      { numRuns: 200 },
    );
  });
});

describe('any file', patience, () => {
  it('holds the documents that were put into it', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 4 }), fc.boolean(), (documents, perLine) => {
        const lines = documents.map(document => JSON.stringify(document));
        const split = splitDocuments(perLine ? lines.join('\n') : `[${lines.join(',')}]`);
        expect(split.ok && split.value.map(({ document }) => JSON.stringify(document))).toEqual(lines);
      }),
    );
  });

  it('of broken text says where it breaks, inside the text', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(), fc.string(), (document, at, noise) => {
        const text = JSON.stringify(document, null, 1);
        const cut = at % text.length;
        const split = splitDocuments(text.slice(0, cut) + noise + text.slice(cut + 1));
        if (split.ok || split.error.code !== 'brokenJson') return;
        expect(Number(split.error.facts['line'])).toBeGreaterThan(0);
        expect(Number(split.error.facts['column'])).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
