/** Reads a catalog document: our envelope, a single TMF633 service specification, or a bare list of them. */
import type { Catalog, Specification, SpecificationKind } from '../../domain/catalog/catalog.ts';
import type { CatalogProblem } from '../../domain/catalog/problem.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Understood } from '../../domain/vocabulary/correction.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { extensionKey, readExtension, type Extension, type ReplaceableTable } from './readExtension.ts';
import { readNativeRelationships } from './readNativeRelationships.ts';
import { kindOf, looksLikeSpecification, readSpecification } from './readSpecification.ts';
import { isList, isObject, looseText, report, type JsonObject, type Reading, type Row } from './reading.ts';

/** What one document adds to a catalog; `mergeCatalog` makes the next version of it. */
export type CatalogDraft = Omit<Catalog, 'version'> & {
  /** Specifications only referred to; they stand in until their own document comes, and never replace one. */
  readonly placeholders: readonly Specification[];
  /** Tables in which the document has the last word on its own specifications: a row it no longer has is gone. */
  readonly replaces: readonly ReplaceableTable[];
};

export type CatalogDocument = CatalogDraft & { readonly understood: readonly Understood[] };

const specificationLists = [
  ['serviceSpecification', 'service'],
  ['resourceSpecification', 'resource'],
  ['productSpecification', 'product'],
] as const;

type Source = { readonly row: Row; readonly specification: Specification };

/**
 * Everything the document says, or every problem it has, each with the file, the JSON path and the fix. What names a
 * specification of another document is not a problem here: only the merged catalog can tell.
 */
export function readCatalogDocument(
  text: string,
  fileName: string,
): Result<CatalogDocument, readonly CatalogProblem[]> {
  const reading: Reading = { file: fileName, problems: [], understood: [] };
  const document = parse(reading, text);
  const sources = document === undefined ? [] : readSources(reading, document);
  const envelope = isObject(document) ? document : {};
  const extension = readExtension(reading, envelope[extensionKey], `$.${extensionKey}`);
  const specifications = withQuantities(
    reading,
    sources.map(({ specification }) => specification),
    extension,
  );
  const isEmpty = sources.length === 0 && envelope[extensionKey] === undefined;
  if (isEmpty && reading.problems.length === 0)
    report(reading, 'documentNotCatalog', 'useCatalogFormat', '$', { found: Object.keys(envelope) });
  if (reading.problems.length > 0) return err(reading.problems);
  const native = readNativeRelationships(sources);
  const said = new Set(extension.relationships.map(pairOf));
  return ok({
    label: labelOf(envelope, fileName),
    specifications,
    relationships: [...native.relationships.filter(row => !said.has(pairOf(row))), ...extension.relationships],
    rules: extension.rules,
    mappings: extension.mappings,
    planTemplates: extension.planTemplates,
    policies: extension.policies,
    compatibilityRules: extension.compatibilityRules,
    placeholders: native.placeholders,
    replaces: extension.tables,
    understood: reading.understood,
  });
}

/** How a quantity is delivered is said of the document's own specifications only. */
function withQuantities(
  reading: Reading,
  specifications: readonly Specification[],
  { quantities }: Pick<Extension, 'quantities'>,
): readonly Specification[] {
  const own = new Set(specifications.map(({ id }) => id));
  const known = new Map(quantities.map(({ specification, quantity }) => [specification, quantity]));
  for (const { specification, path } of quantities) {
    if (own.has(specification)) continue;
    report(reading, 'specificationUnknown', 'addSpecificationOrCorrectId', `${path}.specification`, { specification });
  }
  return specifications.map(specification => {
    const quantity = known.get(specification.id);
    return quantity === undefined ? specification : { ...specification, quantity };
  });
}

const pairOf = ({ source, target }: { readonly source: string; readonly target: string }): string =>
  JSON.stringify([source, target]);

function parse(reading: Reading, text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
    const place = line === undefined ? {} : { line: Number(line), column: Number(column) };
    report(reading, 'documentNotJson', 'correctJson', '$', { message, ...place });
    return undefined;
  }
}

/** Every specification of the document in its order. */
function readSources(reading: Reading, document: JsonValue): Source[] {
  if (isList(document)) return readList(reading, document, '$');
  if (!isObject(document)) {
    report(reading, 'documentNotCatalog', 'useCatalogFormat', '$', { found: typeof document });
    return [];
  }
  if (!isEnvelope(document)) return readList(reading, [document], '$', true);
  return specificationLists.flatMap(([key, kind]) => {
    const list = document[key];
    if (list === undefined || list === null) return [];
    if (isList(list)) return readList(reading, list, `$.${key}`, false, kind);
    report(reading, 'valueOfWrongType', 'correctValue', `$.${key}`, { expected: 'list' });
    return [];
  });
}

/** A service specification has a list of resource specifications too, but then it has a name or characteristics of its own. */
const isEnvelope = (document: JsonObject): boolean =>
  isObject(document[extensionKey]) ||
  (specificationLists.some(([key]) => isList(document[key])) &&
    (isList(document['serviceSpecification']) || !looksLikeSpecification(document)));

function readList(
  reading: Reading,
  list: readonly JsonValue[],
  path: string,
  alone = false,
  kind?: SpecificationKind,
): Source[] {
  const stem = reading.file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return list.flatMap((item, index) => {
    const place = alone ? path : `${path}[${index}]`;
    if (!isObject(item) || !(isNamed(item, kind) || looksLikeSpecification(item))) {
      const found = isObject(item) ? Object.keys(item).slice(0, 8) : typeof item;
      report(reading, 'documentNotCatalog', 'useCatalogFormat', place, { found });
      return [];
    }
    const row = { reading, object: item, path: place };
    return [{ row, specification: readSpecification(row, kind ?? kindOf(item), `${stem}-${index + 1}`) }];
  });
}

/** In a list that tells the kind, a name or an id is enough. */
const isNamed = (object: JsonObject, kind: SpecificationKind | undefined): boolean =>
  kind !== undefined && (looseText(object['name']) ?? looseText(object['id'])) !== undefined;

function labelOf(envelope: JsonObject, fileName: string): string {
  const extension = envelope[extensionKey];
  const given = isObject(extension) ? looseText(extension['label']) : undefined;
  return given ?? looseText(envelope['name']) ?? fileName;
}
