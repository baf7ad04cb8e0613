/** The number of a search document: its order's place, what it is, and its own number, in one integer that sorts newer orders higher. */

export const searchKinds = ['order', 'task', 'fallout'] as const;
export type SearchKind = (typeof searchKinds)[number];

export type DocumentKey = {
  readonly place: number;
  readonly kind: SearchKind;
  /** Of the task or fallout; 0 for the order itself. */
  readonly number: number;
};

/** 2^23 numbers in an order, 2^2 kinds, 2^28 orders: together what a double holds exactly. */
const NUMBERS = 2 ** 23;
const KINDS = 4;

/** The parts of a column `document` in SQL, which has no functions of ours. */
export const documentSql = {
  place: `(document / ${NUMBERS * KINDS})`,
  kind: `(document / ${NUMBERS} % ${KINDS})`,
  number: `(document % ${NUMBERS})`,
} as const;

/** The last number of its kind when it is beyond what can be numbered; nothing is there. */
export function documentId({ place, kind, number }: DocumentKey): number {
  return (place * KINDS + searchKinds.indexOf(kind)) * NUMBERS + Math.min(number, NUMBERS - 1);
}

export function documentKey(document: number): DocumentKey {
  const kind = searchKinds[Math.floor(document / NUMBERS) % KINDS];
  if (kind === undefined) throw new Error(`There is no document ${document}.`);
  return { place: Math.floor(document / (NUMBERS * KINDS)), kind, number: document % NUMBERS };
}

/** First and last. */
export const documentsOfKind = (place: number, kind: SearchKind): readonly [number, number] => [
  documentId({ place, kind, number: 0 }),
  documentId({ place, kind, number: Infinity }),
];

/** First and last. */
export const documentsOfOrder = (place: number): readonly [number, number] => [
  documentId({ place, kind: 'order', number: 0 }),
  documentId({ place, kind: 'fallout', number: Infinity }),
];
