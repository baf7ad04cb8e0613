/** Documents and short ways to read them, for tests of the TMF641 edge. */
import type { JsonValue } from '../../../domain/json.ts';
import type { CapturedLine } from '../../../domain/vocabulary/captured.ts';
import { exportableOfCaptured, type ExportableOrder } from '../exportableOrder.ts';
import type { JsonObject } from '../jsonPath.ts';
import { type ReadOrder, readServiceOrder } from '../readServiceOrder.ts';

export const utc = { assumedZone: '+00:00' };

export const itemOf = (parts: JsonObject = {}): JsonObject => ({ id: '1', action: 'add', service: {}, ...parts });

/** An order of one item; `parts` of the order replace or add to it. */
export const orderOf = (parts: JsonObject = {}): JsonObject => ({ serviceOrderItem: [itemOf()], ...parts });

export const orderWithItem = (parts: JsonObject): JsonObject => orderOf({ serviceOrderItem: [itemOf(parts)] });

/** What was read of a document that must be readable. */
export function reading(document: JsonValue, options = utc): ReadOrder {
  const read = readServiceOrder(document, options);
  if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.error)}`);
  return read.value;
}

/** The first line of an order of one item, and the notes by code. */
export function readingItem(parts: JsonObject): { readonly line: CapturedLine; readonly codes: readonly string[] } {
  const { order, understood } = reading(orderWithItem(parts));
  const [line] = order.lines;
  if (line === undefined) throw new Error('No line was read');
  return { line, codes: understood.map(({ code }) => code) };
}

export const about = { id: 'order-1', number: 'ORD0000421', importedAt: '2026-11-23T08:00:00.000Z' };

/** The export of a document to which nothing has happened yet. */
export const freshlyImported = (document: JsonValue, options = utc): ExportableOrder =>
  exportableOfCaptured(reading(document, options).order, about);
