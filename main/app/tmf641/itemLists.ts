/** Where the items of an order are, by whichever name its version or vendor gives the list. */
import type { JsonValue } from '../../domain/json.ts';
import { isList, isObject, type JsonObject } from './jsonPath.ts';

/** v4/v5, v3/R17, and plurals seen from hand-written clients; the first non-empty one wins. */
const listNames = ['serviceorderitem', 'orderitem', 'serviceorderitems', 'orderitems'];

/** The property that holds the items of an order, or the nested items of an item. */
export function findItemsKey(owner: JsonObject): string | undefined {
  let found: { key: string; rank: number } | undefined;
  for (const key in owner) {
    // Every name ends the same; most keys are turned away here without a copy.
    if (key.length < 9 || key.length > 17) continue;
    const name = listNames.indexOf(key.toLowerCase());
    if (name < 0) continue;
    const rank = name + (isEmpty(owner[key]) ? listNames.length : 0);
    if (found === undefined || rank < found.rank) found = { key, rank };
  }
  return found?.key;
}

/** Whether it is an order rather than an envelope of one. */
export const hasItems = (value: JsonValue): boolean => isObject(value) && findItemsKey(value) !== undefined;

/** Whether a value says nothing: null, blank text, an empty list. */
export const isEmpty = (value: JsonValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (isList(value) && value.length === 0);
