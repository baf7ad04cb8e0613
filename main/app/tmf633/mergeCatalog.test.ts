import { expect, test } from 'vitest';
import { emptyCatalog, type Catalog } from '../../domain/catalog/catalog.ts';
import type { JsonValue } from '../../domain/json.ts';
import { mergeCatalog } from './mergeCatalog.ts';
import { readCatalogDocument, type CatalogDraft } from './readCatalogDocument.ts';

function draftOf(document: JsonValue): CatalogDraft {
  const result = readCatalogDocument(JSON.stringify(document), 'catalog.json');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const service = (id: string, parts: Record<string, JsonValue> = {}): JsonValue => ({ id, name: id, ...parts });

const whole = (desk: Record<string, JsonValue>): JsonValue => ({
  serviceSpecification: [service('top'), service('a'), service('b')],
  fulfillmentDesk: desk,
});

const both = [
  { type: 'bundles', source: 'top', target: 'a' },
  { type: 'bundles', source: 'top', target: 'b' },
];

const first = mergeCatalog(
  emptyCatalog,
  draftOf(whole({ label: 'First', relationships: both, policies: [{ id: 'all', planTemplate: 'p' }] })),
  1,
);

const targets = (catalog: Catalog): string[] => catalog.relationships.map(({ target }) => target);

test('D10 an import yields the next version whole and leaves the last one as it was', () => {
  const before = structuredClone(first);
  const next = mergeCatalog(first, draftOf(whole({ label: 'Second', relationships: both.slice(0, 1) })), 2);
  expect(first).toEqual(before);
  expect([first.version, first.label, next.version, next.label]).toEqual([1, 'First', 2, 'Second']);
  expect(next.specifications.map(({ id }) => id)).toEqual(['top', 'a', 'b']);
});

test('a row that a document no longer has is gone when the document has the table', () => {
  expect(targets(mergeCatalog(first, draftOf(whole({ relationships: both.slice(0, 1) })), 2))).toEqual(['a']);
  expect(targets(mergeCatalog(first, draftOf(whole({})), 2))).toEqual(['a', 'b']);
});

test('rows of specifications the document does not bring stay', () => {
  const draft = draftOf({ serviceSpecification: [service('a')], fulfillmentDesk: { relationships: [], policies: [] } });
  const next = mergeCatalog(first, draft, 2);
  expect(targets(next)).toEqual(['a', 'b']);
  expect(next.policies.map(({ id }) => id)).toEqual(['all']);
});

test('a specification is replaced in its place, a new one follows', () => {
  const draft = draftOf([service('c', { isBundle: false }), service('a', { description: 'New words' })]);
  const next = mergeCatalog(first, draft, 2);
  expect(next.specifications.map(({ id, description }) => [id, description])).toEqual([
    ['top', undefined],
    ['a', 'New words'],
    ['b', undefined],
    ['c', undefined],
  ]);
});

test('a target that is only referred to stands in until its own document comes, and never replaces one', () => {
  const bundle = service('bundle', {
    serviceSpecRelationship: [
      { id: 'part', name: 'Part' },
      { id: 'a', name: 'Other' },
    ],
  });
  const withReference = mergeCatalog(first, draftOf(bundle), 2);
  expect(withReference.specifications.map(({ id, name, lifecycle }) => `${id} ${name} ${lifecycle}`)).toEqual([
    'top top published',
    'a a published',
    'b b published',
    'bundle bundle published',
    'part Part draft',
  ]);
  const complete = mergeCatalog(withReference, draftOf(service('part', { name: 'The part' })), 3);
  expect(complete.specifications.find(({ id }) => id === 'part')).toMatchObject({
    name: 'The part',
    lifecycle: 'published',
  });
  expect(targets(complete)).toEqual(['a', 'b', 'part', 'a']);
});

test('a relationship between the same two is replaced even when its id differs', () => {
  const draft = draftOf({ fulfillmentDesk: { relationships: [{ ...both[0], id: 'renamed', defaultQuantity: 2 }] } });
  const next = mergeCatalog(first, draft, 2);
  expect(next.relationships.map(({ id, defaultQuantity }) => [id, defaultQuantity])).toEqual([
    ['top>b', undefined],
    ['renamed', 2],
  ]);
});
