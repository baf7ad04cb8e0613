/** An order as intake understood it, before anything was decided about it: what every part of the domain can speak of. */
import type { JsonValue } from '../json.ts';
import type { LineAction, Priority } from './states.ts';

export type CharacteristicValue = {
  readonly name: string;
  readonly value: JsonValue;
  readonly valueType?: string;
};

export type Party = { readonly id: string; readonly name?: string; readonly role?: string };

export type Contact = {
  readonly name?: string;
  readonly role?: string;
  readonly email?: string;
  readonly phone?: string;
};

/** A site; lines of one location are grouped in the plan (TMF: place). */
export type Location = {
  readonly id?: string;
  readonly name: string;
  readonly role?: string;
  readonly address?: string;
};

export type SpecificationRef = { readonly id?: string; readonly name?: string; readonly version?: string };

/** Line B waits for line A: TMF `serviceOrderItemRelationship` of a waiting kind; `type` is the raw word. */
export type LineRelationship = { readonly type: string; readonly itemId: string; readonly waits: boolean };

/** A line as it was captured: what intake understood, what a correction may change. */
export type CapturedLine = {
  /** The line's id in the source document, unique in the order. */
  readonly itemId: string;
  readonly action: LineAction;
  readonly name?: string;
  /** Number of the line this one is nested in. */
  readonly parent?: number;
  readonly quantity: number;
  readonly specification?: SpecificationRef;
  /** The inventory service a change, disconnect, suspend or resume is about. */
  readonly serviceId?: string;
  readonly location?: Location;
  readonly contacts: readonly Contact[];
  readonly characteristics: readonly CharacteristicValue[];
  readonly relationships: readonly LineRelationship[];
};

/** An order as it was captured, before anything was decided about it. */
export type CapturedOrder = {
  readonly externalId?: string;
  readonly sourceId?: string;
  readonly category?: string;
  readonly description?: string;
  readonly priority: Priority;
  readonly account?: Party;
  readonly parties: readonly Party[];
  readonly contacts: readonly Contact[];
  readonly orderDate?: string;
  readonly requestedStart?: string;
  readonly requestedCompletion?: string;
  readonly notes: readonly { readonly author?: string; readonly at?: string; readonly text: string }[];
  readonly lines: readonly CapturedLine[];
};
