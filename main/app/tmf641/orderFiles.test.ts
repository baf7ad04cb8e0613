/** Every order file at hand, our samples and the third-party ones when they are there, is read clearly and comes out whole. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../domain/json.ts';
import { lostPaths } from './lostPaths.ts';
import { readServiceOrder } from './readServiceOrder.ts';
import { splitDocuments } from './splitDocuments.ts';
import { type Definitions, faultsOf } from './testing/conformance.ts';
import { freshlyImported, reading, about } from './testing/documents.ts';
import { writeServiceOrder } from './writeServiceOrder.ts';

const schema = fileURLToPath(
  new URL(
    '../../../../shared/tmf641/schemas/tmforum-apis+TMF641_ServiceOrder__TMF641-ServiceOrdering-v4.1.0.swagger.json',
    import.meta.url,
  ),
);
const options = { assumedZone: '+02:00' };
const samples = fileURLToPath(new URL('../../../samples/orders/', import.meta.url));
const others = fileURLToPath(new URL('../../../../shared/tmf641/orders/', import.meta.url));

function documentsOf(file: string) {
  const split = splitDocuments(readFileSync(file, 'utf8'));
  if (!split.ok) throw new Error(`${file}: ${JSON.stringify(split.error)}`);
  return split.value;
}

const files = [samples, others]
  .filter(folder => existsSync(folder))
  .flatMap(folder => readdirSync(folder).map(name => ({ name, file: folder + name })));

/** What of a document the way in and out changed; nothing when it was refused with a reason. */
function changesOf(document: JsonValue): JsonValue {
  const read = readServiceOrder(document, options);
  if (!read.ok) return read.error.length > 0 ? [] : ['refused without a reason'];
  const written = writeServiceOrder(freshlyImported(document, options), document, options);
  const { sourceId = about.id, orderDate = about.importedAt } = read.value.order;
  const isSame = isDeepStrictEqual(reading(written, options).order, { ...read.value.order, sourceId, orderDate });
  return [...lostPaths(document, written, options), ...(isSame ? [] : ['it reads otherwise'])];
}

describe('the order files', () => {
  it.each(files)('X21 $name: nothing is lost between import and export', ({ file }) => {
    for (const { document } of documentsOf(file)) expect(changesOf(document)).toEqual([]);
  });
});

describe.runIf(existsSync(schema))('the official schema of version 4.1', () => {
  it.each(files)('$name: the export has what it requires', ({ file }) => {
    const definitions = (JSON.parse(readFileSync(schema, 'utf8')) as { readonly definitions: Definitions }).definitions;
    const readable = documentsOf(file).filter(({ document }) => readServiceOrder(document, options).ok);
    for (const { document } of readable) {
      const written = writeServiceOrder(freshlyImported(document, options), document, options);
      expect(faultsOf(written, { $ref: '#/definitions/ServiceOrder' }, definitions).filter(isUnexpected)).toEqual([]);
    }
  });
});

/** A date that nobody can read stays as it came, and `suspended` is a service state only from 4.2 on. */
const isUnexpected = (fault: string): boolean =>
  !/requestedCompletionDate: no date|service\.state: suspended/.test(fault);

describe('our samples', () => {
  const outcomes = (name: string): readonly (string | readonly string[])[] =>
    documentsOf(samples + name).map(({ document }) => {
      const read = readServiceOrder(document, options);
      return read.ok ? read.value.order.lines.map(({ action }) => action) : read.error.map(({ code }) => code);
    });

  it.each([
    ['managed-firewall.json', [['add', 'add']]],
    [
      'old-and-odd.json',
      [
        ['add', 'add'],
        ['suspend', 'noChange', 'disconnect'],
      ],
    ],
    ['one-broken-among-good.json', [['add'], ['itemNotAnObject', 'itemIdRepeated', 'actionUnknown'], ['disconnect']]],
    ['event-envelope.json', [['change']]],
    ['pasted-from-a-guide.jsonc', [['add']]],
    ['one-per-line.ndjson', [['add'], ['disconnect']]],
  ])('%s', (name, expected) => {
    expect(outcomes(name)).toEqual(expected);
  });

  it('one is as version 4.1 wants it, but for its priority, which is always told', () => {
    const [sample] = documentsOf(`${samples}managed-firewall.json`);
    const { order, understood } = reading(sample?.document ?? null);
    expect(understood.map(({ code }) => code)).toEqual(['priorityRead']);
    expect(order).toMatchObject({
      account: { id: 'ACC-20881' },
      contacts: [{ name: 'Priya Raman' }],
      lines: [
        { specification: { id: 'cfs-managed-firewall' }, location: { name: 'Northwind Leeds' } },
        { relationships: [{ itemId: '1', waits: true }] },
      ],
    });
  });
});
