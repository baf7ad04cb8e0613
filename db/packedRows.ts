/** Writes long lists of much alike rows in little room: what many rows have in common is written once, and once read it is one object for all of them. */
import type { JsonValue } from '../main/domain/json.ts';

type Row = { readonly [name: string]: JsonValue | undefined };
/** What rows of one kind have in common, and the names of what each has of its own. */
type Kind = { readonly same: Row; readonly own: readonly string[] };
/** Each row is the number of its kind, and its own values in the order of their names. */
export type PackedRows = { readonly kinds: readonly Kind[]; readonly rows: readonly (readonly JsonValue[])[] };

/** There is at most one kind for so many rows, and never more than the most. */
const ALIKE = 8;
const MOST_KINDS = 1_000;

/** Undefined when the rows have so little in common that nothing would be gained. The order of the names in a row is lost. */
export function packRows(rows: readonly Row[]): PackedRows | undefined {
  const most = Math.min(rows.length / ALIKE, MOST_KINDS);
  const tokenOf = tokens();
  const varieties = varietyOfNames(rows, tokenOf, most);
  const own = new Set(varieties.flatMap(({ name, variety }) => (variety > most ? [name] : [])));
  const others = varieties.filter(({ name }) => !own.has(name));
  for (let at = 0; at <= others.length; at += 1) {
    const packed = packedWith(rows, own, tokenOf, most);
    if (packed !== undefined) return packed;
    // What differs most is written row by row, until the rest comes again often enough.
    own.add(others[at]?.name ?? '');
  }
  return undefined;
}

export function unpackRows({ kinds, rows }: PackedRows): Row[] {
  return rows.map(values => {
    const { same, own } = kinds[values[0] as number] as Kind;
    const row: Record<string, JsonValue | undefined> = { ...same };
    for (let at = 0; at < own.length; at += 1) row[own[at] as string] = values[at + 1];
    return row;
  });
}

/** Values that are written alike have the same token; it is found without writing them, which would cost more than all the rest. */
type Token = JsonValue | symbol;
type TokenOf = (value: JsonValue) => Token;

/** Stands for a name with a value of its own. */
const itsOwn = Symbol('own');

/** Kinds are found name by name and value by value, each step leading to the next. */
type Step = { readonly next: Map<string, Map<Token, Step>>; kind?: number };
const firstStep = (): Step => ({ next: new Map() });

function packedWith(
  rows: readonly Row[],
  own: ReadonlySet<string>,
  tokenOf: TokenOf,
  most: number,
): PackedRows | undefined {
  const kinds: Kind[] = [];
  const packed: (readonly JsonValue[])[] = [];
  const first = firstStep();
  for (const row of rows) {
    const values: JsonValue[] = [0];
    let step = first;
    for (const name in row) {
      const value = row[name];
      if (value === undefined) continue;
      const isOwn = own.has(name);
      if (isOwn) values.push(value);
      step = follow(step, name, isOwn ? itsOwn : tokenOf(value));
    }
    if (step.kind === undefined) {
      if (kinds.length >= most) return undefined;
      step.kind = kinds.length;
      kinds.push(kindOf(row, own));
    }
    values[0] = step.kind;
    packed.push(values);
  }
  return { kinds, rows: packed };
}

function follow(step: Step, name: string, token: Token): Step {
  let byToken = step.next.get(name);
  if (byToken === undefined) step.next.set(name, (byToken = new Map()));
  let next = byToken.get(token);
  if (next === undefined) byToken.set(token, (next = firstStep()));
  return next;
}

function kindOf(row: Row, own: ReadonlySet<string>): Kind {
  const present = Object.entries(row).filter(([, value]) => value !== undefined);
  return {
    same: Object.fromEntries(present.filter(([name]) => !own.has(name))),
    own: present.flatMap(([name]) => (own.has(name) ? [name] : [])),
  };
}

/** How many different values each name has, not counted on beyond the most; those with more come first. */
function varietyOfNames(
  rows: readonly Row[],
  tokenOf: TokenOf,
  most: number,
): readonly { readonly name: string; readonly variety: number }[] {
  const seen = new Map<string, Set<Token>>();
  for (const row of rows) {
    for (const name in row) {
      const value = row[name];
      if (value === undefined) continue;
      let values = seen.get(name);
      if (values === undefined) seen.set(name, (values = new Set()));
      if (values.size <= most) values.add(tokenOf(value));
    }
  }
  return Array.from(seen, ([name, { size }]) => ({ name, variety: size })).toSorted((a, b) => b.variety - a.variety);
}

/** Lists and objects with the same content count as the one that came first; those that come again, as the fields of a task template do, are written out once. */
function tokens(): TokenOf {
  const firsts = new Map<string, Token>();
  const known = new Map<object, Token>();
  return value => {
    if (typeof value !== 'object' || value === null) return value;
    let token = known.get(value);
    if (token !== undefined) return token;
    const text = JSON.stringify(value);
    token = firsts.get(text) ?? value;
    firsts.set(text, token);
    known.set(value, token);
    return token;
  };
}
