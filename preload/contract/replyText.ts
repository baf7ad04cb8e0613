/** Replies as text: the rows of a page cross as lists of cells under one list of names, which halves the text, and are objects again for whoever reads them. */
import type { Reply } from './bridge.ts';

/** What stands for rows in a text. */
type CellRows = { readonly names: readonly string[]; readonly cells: readonly (readonly unknown[])[] };

/** `cells` is JSON: a list of rows, each the list of its cells in the order of the names. */
export const rowsText = (names: readonly string[], cells: string): string =>
  `{"names":${JSON.stringify(names)},"cells":${cells}}`;

export const readReply = (text: string): Reply<unknown> => unfolded(JSON.parse(text) as Reply<unknown>);

/** The reply with its rows as objects; it is changed in place, since whoever parsed it has no use for the cells. */
export function unfolded(reply: Reply<unknown>): Reply<unknown> {
  if (reply.ok && hasCellRows(reply.value)) Object.assign(reply.value, { rows: rowsOf(reply.value.rows) });
  return reply;
}

function hasCellRows(value: unknown): value is { readonly rows: CellRows } {
  if (typeof value !== 'object' || value === null || !('rows' in value)) return false;
  const { rows } = value;
  return typeof rows === 'object' && rows !== null && 'cells' in rows;
}

function rowsOf({ names, cells }: CellRows): readonly object[] {
  return cells.map(row => {
    const object: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at += 1) object[names[at] as string] = row[at];
    return object;
  });
}
