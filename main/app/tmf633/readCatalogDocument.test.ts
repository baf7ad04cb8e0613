import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyCatalog } from '../../domain/catalog/catalog.ts';
import { checkCatalog } from '../../domain/catalog/checkCatalog.ts';
import { indexCatalog } from '../../domain/catalog/indexCatalog.ts';
import { decompose } from '../../domain/decomposition/decompose.ts';
import type { JsonValue } from '../../domain/json.ts';
import { mergeCatalog } from './mergeCatalog.ts';
import { readCatalogDocument, type CatalogDocument } from './readCatalogDocument.ts';

const fromHere = (path: string): URL => new URL(path, import.meta.url);

function read(document: JsonValue, file = 'catalog.json'): CatalogDocument {
  const result = readCatalogDocument(JSON.stringify(document), file);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const problems = (document: JsonValue): string[] => {
  const result = readCatalogDocument(JSON.stringify(document), 'catalog.json');
  return result.ok ? [] : result.error.map(({ code, path, fix, file }) => [code, path, fix, file].join(' '));
};

const notes = ({ understood }: CatalogDocument): string[] => understood.map(({ code, path }) => `${code} ${path}`);

test('a bare service specification under the v3 names becomes one of ours', () => {
  const draft = read({
    uuid: 'u-1',
    name: 'Fibre Access',
    '@type': 'CustomerFacingServiceSpecification',
    lifecycleStatus: 'In design',
    version: '0.1.0',
    description: null,
    serviceSpecCharacteristic: [
      {
        name: 'speed',
        valueType: 'ENUM',
        minCardinality: 1,
        serviceSpecCharacteristicValue: [
          { isDefault: true, value: { value: '100', alias: 'Hundred' }, unitOfMeasure: 'Mbit/s' },
          { isDefault: false, value: { value: '200', alias: 'Two hundred' } },
        ],
      },
      { name: 'note', valueType: 'TEXT', serviceSpecCharacteristicValue: [{ isDefault: true, value: { value: '' } }] },
    ],
  });
  expect(draft.specifications).toEqual([
    {
      id: 'u-1',
      name: 'Fibre Access',
      kind: 'service',
      facing: 'customer',
      version: '0.1.0',
      lifecycle: 'draft',
      characteristics: [
        {
          name: 'speed',
          valueType: 'ENUM',
          mandatory: true,
          options: ['100', '200'],
          defaultValue: '100',
          unit: 'Mbit/s',
        },
        { name: 'note', valueType: 'TEXT', mandatory: false, options: [] },
      ],
    },
  ]);
  expect(draft.label).toBe('Fibre Access');
});

test('the v4 names mean the same, and several defaults are a list', () => {
  const draft = read([
    {
      id: 's',
      name: 'S',
      serviceType: 'RFS',
      specCharacteristic: [
        {
          name: 'bands',
          required: true,
          characteristicValueSpecification: [
            { value: 3, isDefault: true },
            { value: 7, isDefault: true },
            { value: 20 },
          ],
        },
      ],
    },
  ]);
  expect(draft.specifications[0]).toMatchObject({
    facing: 'resource',
    lifecycle: 'published',
    characteristics: [{ name: 'bands', mandatory: true, options: [3, 7, 20], defaultValue: [3, 7] }],
  });
});

test('what has neither id nor name gets one, and is said to', () => {
  const draft = read(
    [{ name: 'Größe & Co', isBundle: false }, { '@type': 'ServiceSpecification' }],
    'C:\\in\\list.json',
  );
  expect(draft.specifications.map(({ id, name }) => [id, name])).toEqual([
    ['größe-co', 'Größe & Co'],
    ['list-2', 'list-2'],
  ]);
  expect(draft.label).toBe('C:\\in\\list.json');
  expect(notes(draft)).toEqual(['idMissing $[0].id', 'idMissing $[1].id', 'nameMissing $[1].name']);
});

test('relationships of the standard are understood where they can be and kept out with a note where not', () => {
  const draft = read({
    serviceSpecification: [
      {
        id: 'top',
        name: 'Top',
        isBundle: true,
        serviceSpecRelationship: [
          { id: 'a', name: 'A', relationshipType: 'Realized as' },
          { id: 'b', name: 'B', relationshipType: null },
          { name: 'C', relationshipType: 'BUNDLES' },
          { id: 'd', name: 'D', relationshipType: 'substitution' },
          { id: 'a', name: 'A', relationshipType: 'bundles' },
          { relationshipType: 'bundles' },
          { id: 'r', relationshipType: 'realizedAs' },
        ],
        resourceSpecification: [{ id: 'r', name: 'Router' }],
      },
      { id: 'c', name: 'C' },
    ],
    resourceSpecification: [
      {
        id: 'r',
        name: 'Router',
        resourceSpecRelationship: [
          {
            id: 'card',
            name: 'Card',
            relationshipType: 'bundles',
            minimumQuantity: 1,
            defaultQuantity: 2,
            maximumQuantity: 4,
          },
          { id: 'spare', name: 'Spare', relationshipType: 'bundles', minimumQuantity: 0, defaultQuantity: 0 },
        ],
      },
    ],
  });
  expect(draft.relationships.map(({ source, type, target }) => `${source} ${type} ${target}`)).toEqual([
    'top realizedAs a',
    'top bundles b',
    'top bundles c',
    'top requires r',
    'r bundles card',
  ]);
  expect(draft.relationships.at(-1)).toMatchObject({ minQuantity: 1, defaultQuantity: 2, maxQuantity: 4 });
  expect(draft.placeholders.map(({ id, kind, lifecycle }) => [id, kind, lifecycle])).toEqual([
    ['a', 'service', 'draft'],
    ['b', 'service', 'draft'],
    ['card', 'resource', 'draft'],
  ]);
  expect(notes(draft).filter(text => !text.startsWith('specificationReferredOnly'))).toEqual([
    'relationshipAssumed $.serviceSpecification[0].serviceSpecRelationship[1].relationshipType',
    'relationshipKeptOut $.serviceSpecification[0].serviceSpecRelationship[3].relationshipType',
    'relationshipTwice $.serviceSpecification[0].serviceSpecRelationship[4]',
    'relationshipWithoutTarget $.serviceSpecification[0].serviceSpecRelationship[5]',
    'relationshipKeptOut $.serviceSpecification[0].serviceSpecRelationship[6]',
    'relationshipOptional $.resourceSpecification[0].resourceSpecRelationship[1]',
  ]);
  expect(checkCatalog(mergeCatalog(emptyCatalog, draft, 1))).toEqual([]);
});

test('text that is no JSON is told with its line', () => {
  const result = readCatalogDocument('{\n  "a": 1,\n}', 'broken.json');
  expect(result).toMatchObject({
    ok: false,
    error: [{ code: 'documentNotJson', fix: 'correctJson', file: 'broken.json', facts: { line: 3 } }],
  });
});

test.each([
  ['a number', 3],
  ['an order', { id: '1', name: 'x', serviceOrderItem: [] }],
  ['another document', { name: 'fulfillment-desk', version: '1.0.0' }],
  ['an empty list', []],
  ['an envelope with nothing in it', { serviceSpecification: [] }],
  ['a category of the standard', { id: 'c', name: 'Mobile', '@type': 'ServiceCategory', lifecycleStatus: 'Active' }],
])('%s is not taken for a catalog', (_, document) => {
  expect(problems(document)).toEqual(['documentNotCatalog $ useCatalogFormat catalog.json']);
});

test('every problem of the extension is told at once, with file, path and fix', () => {
  expect(
    problems({
      fulfillmentDesk: {
        formatVersion: 2,
        teams: ['anything'],
        "relationship's": [],
        relationships: [{ type: 'consists of', source: 's', sourc: 't' }],
        rules: [{ source: 's', target: 't', characteristic: 'c', values: 'gold' }],
        mappings: [
          { source: 's', sourceCharacteristic: 4, target: 't', targetCharacteristic: 'x', transform: { kind: 'map' } },
        ],
        planTemplates: [
          {
            id: 'p',
            tasks: [
              { key: 'a', title: 'A', duration: '4 hours' },
              { key: 'b', title: 'B', duration: '-PT1H', after: [{ child: true }] },
              { key: 'c', title: 'C', fields: [{ name: 'n', valueType: 'date' }] },
            ],
          },
        ],
        policies: [{ actions: ['add', 'move'], planTemplate: '' }, 7],
      },
    }),
  ).toEqual([
    "keyUnknown $.fulfillmentDesk['relationship\\'s'] correctOrRemoveKey catalog.json",
    'valueNotAllowed $.fulfillmentDesk.formatVersion useCatalogFormat catalog.json',
    'keyUnknown $.fulfillmentDesk.relationships[0].sourc correctOrRemoveKey catalog.json',
    'valueMissing $.fulfillmentDesk.relationships[0].target addValue catalog.json',
    'valueNotAllowed $.fulfillmentDesk.relationships[0].type correctValue catalog.json',
    'valueOfWrongType $.fulfillmentDesk.rules[0].values correctValue catalog.json',
    'valueOfWrongType $.fulfillmentDesk.mappings[0].sourceCharacteristic correctValue catalog.json',
    'valueMissing $.fulfillmentDesk.mappings[0].transform.table addValue catalog.json',
    'valueOfWrongType $.fulfillmentDesk.planTemplates[0].tasks[0].duration correctValue catalog.json',
    'durationNegative $.fulfillmentDesk.planTemplates[0].tasks[1].duration useZeroOrMore catalog.json',
    'keyUnknown $.fulfillmentDesk.planTemplates[0].tasks[1].after[0].child correctOrRemoveKey catalog.json',
    'valueMissing $.fulfillmentDesk.planTemplates[0].tasks[1].after[0].task addValue catalog.json',
    'valueMissing $.fulfillmentDesk.planTemplates[0].tasks[2].duration addValue catalog.json',
    'valueNotAllowed $.fulfillmentDesk.planTemplates[0].tasks[2].fields[0].valueType correctValue catalog.json',
    'valueOfWrongType $.fulfillmentDesk.policies[1] correctValue catalog.json',
    'valueMissing $.fulfillmentDesk.policies[0].planTemplate addValue catalog.json',
    'valueNotAllowed $.fulfillmentDesk.policies[0].actions[1] correctValue catalog.json',
  ]);
});

test('the extension is read whole, with its short forms', () => {
  const draft = read({
    fulfillmentDesk: {
      planTemplates: [
        {
          id: 'p',
          after: { specification: 's' },
          tasks: [
            { key: 'a', title: 'A', durationMinutes: 5 },
            {
              key: 'b',
              title: 'B',
              duration: 'PT1H',
              after: ['a', { task: 'a' }, { children: true }, { specification: 's', task: 't' }],
            },
          ],
        },
      ],
      policies: [{ specification: 's', actions: ['modify', 'Delete', 'add'], planTemplate: 'p' }],
    },
  });
  expect(draft.planTemplates[0]).toEqual({
    id: 'p',
    name: 'p',
    after: [{ kind: 'specification', specification: 's' }],
    tasks: [
      { key: 'a', title: 'A', durationMinutes: 5, fields: [], after: [] },
      {
        key: 'b',
        title: 'B',
        durationMinutes: 60,
        fields: [],
        after: [
          { kind: 'task', task: 'a' },
          { kind: 'task', task: 'a' },
          { kind: 'children' },
          { kind: 'specification', specification: 's', task: 't' },
        ],
      },
    ],
  });
  expect(draft.policies).toEqual([
    {
      id: 's:change+disconnect+add:p',
      specification: 's',
      actions: ['change', 'disconnect', 'add'],
      planTemplate: 'p',
    },
  ]);
  expect(draft.replaces).toEqual(['policies']);
});

test('the example in the documentation does what the documentation says', () => {
  const [, example = ''] =
    /```json\n([\s\S]*?)```/.exec(readFileSync(fromHere('../../../docs/catalog-format.md'), 'utf8')) ?? [];
  const draft = read(JSON.parse(example) as JsonValue, 'catalog-format.md');
  const catalog = mergeCatalog(emptyCatalog, draft, 1);
  expect(draft.understood).toEqual([]);
  expect(checkCatalog(catalog)).toEqual([]);
  const line = {
    number: 1,
    action: 'add',
    matched: 'cfs-guest-wifi',
    quantity: 1,
    characteristics: [{ name: 'networkName', value: 'harbour' }],
    waitsFor: [],
  } as const;
  const plan = decompose({ lines: [line], catalog: indexCatalog(catalog), at: '2026-11-23T05:20:00.000Z' });
  if (!plan.ok) throw new Error(plan.error.path.join(' → '));
  expect(plan.value.domainOrders.map(({ name }) => name)).toEqual([
    'Guest Wi-Fi',
    'Wireless network',
    'Access point',
    'Access point',
  ]);
  expect(plan.value.domainOrders[1]?.characteristics).toEqual([
    { name: 'ssid', value: 'harbour-guest', valueType: 'string' },
  ]);
  expect(plan.value.trace.entries.at(-1)).toMatchObject({
    target: 'res-mast',
    verdict: 'skipped',
    rules: [{ rule: 'mast-outdoors', input: 'no', from: 'default', passed: false }],
  });
  expect(plan.value.tasks.map(({ key, plannedStart }) => [key, plannedStart.slice(11, 16)])).toEqual([
    ['configure', '06:50'],
    ['test', '08:50'],
    ['mount', '05:20'],
    ['mount', '05:20'],
  ]);
});

test('genuine specifications of other systems all become ours', () => {
  const folder = fromHere('../../../../shared/tmf641/specifications/');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  for (const file of files) {
    const text = readFileSync(new URL(encodeURIComponent(file), folder), 'utf8');
    const parsed = JSON.parse(text) as JsonValue;
    const draft = read(parsed, file);
    expect(draft.specifications.length).toBe(Array.isArray(parsed) ? parsed.length : 1);
    expect(draft.specifications.every(({ characteristics }) => characteristics.length > 0)).toBe(true);
    expect(checkCatalog(mergeCatalog(emptyCatalog, draft, 1))).toEqual([]);
  }
});
