/** Every code that reading order files can give, so that the window can be checked for having a sentence for each. */

/** Why a file as a whole could not be opened. */
export const fileProblemCodes = [
  /** Nothing but white space. No facts. */
  'emptyFile',
  /** The JSON is fine but holds an empty list. No facts. */
  'noOrders',
  /** Facts: `line`, `column` (1-based), `snippet`, `found` (a character, '' at the end of the file), `expected` (see brokenJsonExpectations). */
  'brokenJson',
  /** Nested deeper than 200 levels. Facts: `line`, `column`, `snippet`. */
  'nestedTooDeep',
] as const;
export type FileProblemCode = (typeof fileProblemCodes)[number];

/** The values of the fact `expected` of `brokenJson`. */
export const brokenJsonExpectations = [
  'value',
  'propertyName',
  'colon',
  'commaOrBrace',
  'commaOrBracket',
  'endOfString',
  'escape',
  'endOfComment',
  'endOfFile',
] as const;
export type BrokenJsonExpectation = (typeof brokenJsonExpectations)[number];

export type FileProblem = { readonly code: FileProblemCode; readonly facts: Readonly<Record<string, string>> };

/** Why one document of a file was refused; the path is inside the document, `$` being its root. */
export const documentProblemCodes = [
  /** Fact: `found` (text, number, boolean, list, nothing). */
  'notAnObject',
  /** Nested deeper than 200 levels. No facts. */
  'nestedTooDeep',
  /** Neither `serviceOrderItem` nor `orderItem`. No facts. */
  'itemsMissing',
  /** No facts. */
  'itemsEmpty',
  /** Fact: `found`. */
  'itemsNotAList',
  /** Fact: `found`. */
  'itemNotAnObject',
  /** Facts: `found` (the word), `known` (the words understood, comma-separated). */
  'actionUnknown',
  /** The item names an existing service but not what to do with it. Facts: `item`, `service`. */
  'actionMissing',
  /** Facts: `item` (the id), `first` (path of the item that has it already). */
  'itemIdRepeated',
  /** Stands for the problems past the first hundred. Fact: `count`. */
  'moreProblems',
] as const;
export type DocumentProblemCode = (typeof documentProblemCodes)[number];

export type DocumentProblem = {
  readonly path: string;
  readonly code: DocumentProblemCode;
  readonly facts: Readonly<Record<string, string>>;
};

/** What was read although it is not what TMF641 v4.1 says; `raw` is what stood there, `as` what was made of it. */
export const understoodCodes = [
  // The file. Path `$`.
  'byteOrderMarkSkipped',
  /** `as`: how many comments. */
  'commentsSkipped',
  /** `as`: how many commas. */
  'trailingCommasSkipped',
  /** A number too long for exact arithmetic was kept as text; `as`: how many in the file. */
  'longNumbersKeptAsText',
  /** The order was inside an envelope; `raw`: where in the file. */
  'envelopeOpened',
  // Any field.
  /** A value of a kind that cannot be used here was left out; `raw`. */
  'valueIgnored',
  /** One object where a list belongs; read as a list of one. */
  'listAssumed',
  /** A placeholder such as `null` or `<SERVICE_ID>` in place of an id; `raw`. */
  'placeholderIgnored',
  /** Stands for the notes past the first two hundred; `as`: how many. */
  'moreNotes',
  // The order.
  /** The document's own state; the order enters as New. `raw`; `as`: the TMF641 word, absent when it is none. */
  'stateNotApplied',
  /** `raw`, `as` (our word). */
  'priorityRead',
  /** `raw`, `as` (our word). */
  'priorityUnknown',
  /** A field known by another name; `raw`: the name found, `as`: the name in v4.1. */
  'fieldRenamed',
  // Dates; `raw`, `as` (ISO UTC).
  'dateWithoutZone',
  'dateWithoutSeconds',
  'dateWithoutTime',
  'dateReshaped',
  'datePrecisionCut',
  'dateFromNumber',
  /** Kept as it stands; `raw`. */
  'dateNotUnderstood',
  'dateEmpty',
  // Items.
  /** `as`: the id given. */
  'itemIdGiven',
  'nullItemSkipped',
  /** `raw`, `as` (our action). */
  'actionRespelled',
  /** `as`: add. */
  'actionAssumed',
  /** `raw`: { action, state }; `as` (our action). */
  'actionFromServiceState',
  /** `raw`, `as`: the quantity used. */
  'quantityRead',
  'serviceMissing',
  /** The service of an `add` item already has an id; `raw`: the id. */
  'serviceIdOnAdd',
  /** `raw`: the href, `as`: the id. */
  'serviceIdFromHref',
  /** A list of specifications where one belongs; the first is used. `raw`: how many, `as`: its id or name. */
  'specificationFromList',
  /** The type of a MEF service configuration stands for the specification; `as`: the id. */
  'specificationFromConfiguration',
  /** Several places; the first is used. `raw`: how many, `as`: its name. */
  'firstPlaceUsed',
  'placeWithoutName',
  // Relationships between items.
  /** `as`: dependency. */
  'relationshipTypeAssumed',
  /** A type that is not known to mean waiting: kept, nothing waits for it. `raw`. */
  'relationshipTypeUnknown',
  /** No such item in the order: nothing waits for it. `raw`: the id. */
  'relationshipToUnknownItem',
  /** `raw`: the order's id. */
  'relationshipToOtherOrder',
  'relationshipToItself',
  'relationshipWithoutTarget',
  // Characteristics.
  /** `{ value, alias }` and such; `as`: how many values of the item were taken out of a wrapper. */
  'valuesUnwrapped',
  'characteristicWithoutName',
  /** `raw`: the name. */
  'characteristicRepeated',
  // Parties.
  'partyWithoutId',
  /** The customer stands on an item only; `as`: its id. */
  'accountFromItem',
] as const;
export type UnderstoodCode = (typeof understoodCodes)[number];
