/** Finds the items of an order, nested ones included, and settles their ids before anything else is read of them. */
import { findItemsKey } from './itemLists.ts';
import { isList, isObject, type JsonObject, kindOf, pathTo, root } from './jsonPath.ts';
import { type Reader, textOf } from './reader.ts';

export type FoundItem = {
  readonly value: JsonObject;
  readonly path: string;
  readonly itemId: string;
  /** Number of the line it is nested in (1-based, in document order). */
  readonly parent?: number;
};

/** All items in document order, a parent before its children; what cannot be used is refused through the reader. */
export function readItems(reader: Reader, order: JsonObject): readonly FoundItem[] {
  const key = findItemsKey(order);
  if (key === undefined) {
    reader.refuse(root, 'itemsMissing');
    return [];
  }
  const path = pathTo(root, key);
  const list = order[key];
  if (list !== null && !isList(list)) {
    reader.refuse(path, 'itemsNotAList', { found: kindOf(list) });
    return [];
  }
  const found: Omit<FoundItem, 'itemId'>[] = [];
  collect(reader, order, root, undefined, found);
  if (found.length === 0 && reader.problems().length === 0) reader.refuse(path, 'itemsEmpty');
  return withIds(reader, found);
}

function collect(
  reader: Reader,
  owner: JsonObject,
  ownerPath: string,
  parent: number | undefined,
  found: Omit<FoundItem, 'itemId'>[],
): void {
  const key = findItemsKey(owner);
  const list = key === undefined ? undefined : owner[key];
  if (key === undefined || list === undefined || list === null) return;
  const listPath = pathTo(ownerPath, key);
  if (!isList(list)) {
    reader.note(listPath, 'valueIgnored', list);
    return;
  }
  for (const [index, value] of list.entries()) {
    const path = pathTo(listPath, index);
    if (value === null) reader.note(path, 'nullItemSkipped');
    else if (isObject(value)) {
      found.push(parent === undefined ? { value, path } : { value, path, parent });
      collect(reader, value, path, found.length, found);
    } else reader.refuse(path, 'itemNotAnObject', { found: kindOf(value) });
  }
}

function withIds(reader: Reader, found: readonly Omit<FoundItem, 'itemId'>[]): readonly FoundItem[] {
  const paths = new Map<string, string>();
  for (const { value, path } of found) {
    const id = textOf(value['id']);
    if (id === undefined) continue;
    const first = paths.get(id);
    if (first === undefined) paths.set(id, path);
    else reader.refuse(pathTo(path, 'id'), 'itemIdRepeated', { item: id, first });
  }
  return found.map((item, index) => {
    const id = textOf(item.value['id']);
    if (id !== undefined) return { ...item, itemId: id };
    let given = String(index + 1);
    while (paths.has(given)) given = `${given}a`;
    paths.set(given, item.path);
    reader.note(item.path, 'itemIdGiven', undefined, given);
    return { ...item, itemId: given };
  });
}
