/** Reads one TMF641 document of any version and dialect into a captured order, and says what it forgave or why it refused. */
import type { JsonValue } from '../../domain/json.ts';
import type { Understood } from '../../domain/vocabulary/correction.ts';
import type { CapturedOrder, Party } from '../../domain/vocabulary/captured.ts';
import type { Priority } from '../../domain/vocabulary/states.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { DocumentProblem } from './codes.ts';
import { isObject, isTooDeep, type JsonObject, kindOf, pathTo, root } from './jsonPath.ts';
import { findPriority } from './orderWords.ts';
import { offsetOf, readDate } from './readDate.ts';
import { readItems } from './readItems.ts';
import { noteState, readLine } from './readLine.ts';
import {
  distinct,
  findAccount,
  type ReadParty,
  readContactInformation,
  readNotificationContact,
  readParties,
} from './readParties.ts';
import { createReader, idOf, isPlaceholder, known, type Reader, textOf } from './reader.ts';

export type ReadOptions = {
  /** What dates without a zone mean: `+00:00`, `+02:00`, `Z`. */
  readonly assumedZone: string;
};

export type ReadOrder = { readonly order: CapturedOrder; readonly understood: readonly Understood[] };

/**
 * The order a document describes (TMF641 §3.1). Refused is only what cannot be understood: no items, an item that is
 * none, an action nobody knows, an item id used twice. Paths of notes and problems begin at the document, `$`.
 */
export function readServiceOrder(
  document: JsonValue,
  options: ReadOptions,
): Result<ReadOrder, readonly DocumentProblem[]> {
  const offset = offsetOf(options.assumedZone);
  if (offset === undefined) throw new Error(`Not a zone: ${options.assumedZone}`);
  const reader = createReader(offset);
  if (!isObject(document)) reader.refuse(root, 'notAnObject', { found: kindOf(document) });
  else if (isTooDeep(document)) reader.refuse(root, 'nestedTooDeep');
  else {
    const order = readOrder(reader, document);
    if (reader.problems().length === 0) return ok({ order, understood: reader.understood() });
  }
  return err(reader.problems());
}

function readOrder(reader: Reader, document: JsonObject): CapturedOrder {
  const sourceId = readSourceId(reader, document);
  noteState(reader, document, root);
  const items = readItems(reader, document);
  const itemIds = new Set(items.map(item => item.itemId));
  const lines = items.map(item => readLine(reader, item, { itemIds, orderId: sourceId }));
  const own = readParties(reader, document, root);
  const onItems = lines.flatMap(line => line.parties);
  const contacts = [
    ...readContactInformation(reader, document, root),
    ...readNotificationContact(reader, document, root),
    ...own.flatMap(({ contact }) => (contact === undefined ? [] : [contact])),
  ];
  return {
    ...known({
      externalId: readExternalId(reader, document),
      sourceId,
      category: reader.text(document, 'category', root),
      description: reader.text(document, 'description', root),
      priority: readPriority(reader, document),
      account: readAccount(reader, own, onItems),
      orderDate: readDate(reader, document, 'orderDate', root),
      requestedStart: readRequestedStart(reader, document),
      requestedCompletion: readDate(reader, document, 'requestedCompletionDate', root),
    }),
    parties: distinct([...own, ...onItems].map(({ party }) => party)),
    contacts: distinct(contacts),
    notes: readNotes(reader, document),
    lines: lines.map(({ line }) => line),
  };
}

function readSourceId(reader: Reader, document: JsonObject): string | undefined {
  const id = reader.text(document, 'id', root);
  if (id === undefined || !isPlaceholder(id)) return id;
  reader.note(pathTo(root, 'id'), 'placeholderIgnored', id);
  return undefined;
}

/** `externalId`, or what v5 has instead: the first external reference that names something. */
function readExternalId(reader: Reader, document: JsonObject): string | undefined {
  const id = reader.text(document, 'externalId', root);
  if (id !== undefined) return id;
  for (const { value, path } of reader.list(document, 'externalReference', root)) {
    const reference = isObject(value) ? (idOf(value['id']) ?? textOf(value['name'])) : idOf(value);
    if (reference === undefined) continue;
    reader.note(path, 'fieldRenamed', 'externalReference', 'externalId');
    return reference;
  }
  return undefined;
}

/** `requestExecutionDate` is what connectx calls it. */
function readRequestedStart(reader: Reader, document: JsonObject): string | undefined {
  const date = readDate(reader, document, 'requestedStartDate', root);
  if (date !== undefined) return date;
  const other = readDate(reader, document, 'requestExecutionDate', root);
  if (other !== undefined)
    reader.note(pathTo(root, 'requestExecutionDate'), 'fieldRenamed', 'requestExecutionDate', 'requestedStartDate');
  return other;
}

function readPriority(reader: Reader, document: JsonObject): Priority {
  const word = reader.text(document, 'priority', root);
  if (word === undefined) return 'moderate';
  const priority = findPriority(word);
  reader.note(
    pathTo(root, 'priority'),
    priority === undefined ? 'priorityUnknown' : 'priorityRead',
    word,
    priority ?? 'moderate',
  );
  return priority ?? 'moderate';
}

function readAccount(reader: Reader, own: readonly ReadParty[], onItems: readonly ReadParty[]): Party | undefined {
  const account = findAccount(own);
  if (account !== undefined) return account.party;
  const onItem = findAccount(onItems);
  if (onItem !== undefined) reader.note(onItem.path, 'accountFromItem', undefined, onItem.party.id);
  return onItem?.party;
}

/** Notes that say something; R17 has one object instead of a list, hand-written orders one text. */
function readNotes(reader: Reader, document: JsonObject): CapturedOrder['notes'] {
  const whole = textOf(document['note']);
  if (whole !== undefined) return [{ text: whole }];
  return reader.list(document, 'note', root).flatMap(({ value, path }) => {
    if (!isObject(value)) {
      const text = textOf(value);
      return text === undefined ? [] : [{ text }];
    }
    const text = reader.text(value, 'text', path);
    if (text === undefined) return [];
    return [known({ author: textOf(value['author']), at: readDate(reader, value, 'date', path), text })];
  });
}
