/** What an event says as the text that the log keeps: JSON, in which the long lists of a large plan are packed. */
import type { JsonValue } from '../main/domain/json.ts';
import type { EventType } from '../main/domain/order/events.ts';
import { packRows, unpackRows, type PackedRows } from './packedRows.ts';

/** Only these have lists of rows made by the desk itself; a document that came from outside is kept as it came. */
const packable: ReadonlySet<EventType> = new Set([
  'OrderDecomposed',
  'TargetsReconsidered',
  'RevisionRequested',
  'RevisionApproved',
] as const satisfies EventType[]);

/** Shorter lists stay as they are: they gain nothing, and can be read by the eye. */
const LONG = 256;

/** How the text of an event with packed lists begins; no event has a field of this name. */
const MARK = '{"packed":';

type Fields = { readonly [name: string]: JsonValue | undefined };
/** Where packed lists stand in the data, each as the names that lead there. */
type Paths = readonly (readonly string[])[];

export function eventText(type: EventType, data: object): string {
  if (!packable.has(type)) return JSON.stringify(data);
  const paths: (readonly string[])[] = [];
  const packedData = packedFields(data as Fields, [], paths);
  return JSON.stringify(paths.length === 0 ? data : { packed: paths, ...packedData });
}

/** The data of an event from its text. */
export function eventData(text: string): unknown {
  const read = JSON.parse(text) as unknown;
  if (!text.startsWith(MARK)) return read;
  const { packed, ...data } = read as Fields & { readonly packed: Paths };
  for (const path of packed) unpackAt(data, path);
  return data;
}

function packedFields(fields: Fields, path: readonly string[], paths: (readonly string[])[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const here = [...path, name];
      if (Array.isArray(value)) {
        const rows = value.length >= LONG && value.every(isFields) ? packRows(value) : undefined;
        if (rows !== undefined) paths.push(here);
        return [name, rows ?? value];
      }
      return [name, isFields(value) ? packedFields(value, here, paths) : value];
    }),
  );
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function unpackAt(data: Fields, path: readonly string[]): void {
  let around = data as Record<string, unknown>;
  for (const name of path.slice(0, -1)) around = around[name] as Record<string, unknown>;
  const last = path.at(-1) as string;
  around[last] = unpackRows(around[last] as PackedRows);
}
