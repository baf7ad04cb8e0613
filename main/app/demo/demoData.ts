/** Reads what the demo is made of: invented customers, and the sentences people write in orders, notes and fallout records. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type City = {
  readonly name: string;
  /** Beginning of a telephone number from a range that is never assigned; three digits follow. */
  readonly phone: string;
  readonly postcode: string;
  readonly streets: readonly string[];
};

export type Customer = {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly cities: readonly string[];
  readonly contact: string;
};

export type Sector = {
  /** What a site of such a customer is called: `Branch`. */
  readonly site: string;
  /** Specification ids, and how often each is ordered. */
  readonly services: Readonly<Record<string, number>>;
};

export type Rejection = { readonly reasonCode: string; readonly text: string };

export type FalloutStory = {
  readonly type: string;
  readonly teams: readonly string[];
  readonly text: string;
  readonly rootCause: string;
  readonly resolutionCode: string;
  readonly resolution: string;
};

export type Occasion = 'add' | 'change' | 'disconnect' | 'suspend' | 'resume' | 'roll-out';

/** What may be wrong with an order when it comes in. */
export const faults = [
  'noLocation',
  'unknownSpecification',
  'noContact',
  'noDate',
  'pastDate',
  'startAfterEnd',
  'noCharacteristic',
  'noService',
  'circle',
] as const;
export type Fault = (typeof faults)[number];

/** What the customer asks for when the work is under way, and what comes of it. */
export const turns = [
  'redo',
  'pick',
  'override',
  'cancellation',
  'approved',
  'siteDropped',
  'rejected',
  'takingBack',
  'takenBack',
] as const;
export type Turn = (typeof turns)[number];

export type DemoData = {
  readonly cities: readonly City[];
  readonly sectors: Readonly<Record<string, Sector>>;
  readonly customers: readonly Customer[];
  /** With `{service}`, `{place}`, `{customer}` and `{count}` to be filled in. */
  readonly descriptions: Readonly<Record<Occasion, readonly string[]>>;
  readonly orderNotes: readonly string[];
  readonly rejections: readonly Rejection[];
  readonly faultRejections: Readonly<Record<Fault, Rejection>>;
  readonly unknownServices: readonly string[];
  /** By team. */
  readonly workNotes: Readonly<Record<string, readonly string[]>>;
  readonly customerNotes: readonly string[];
  readonly fallouts: readonly FalloutStory[];
  readonly triageNotes: readonly string[];
  /** Why somebody put a task on hold. */
  readonly pauses: readonly string[];
  /** By team: why a task will end when it is said to, and what somebody else has to help with. */
  readonly proposedEnds: Readonly<Record<string, readonly string[]>>;
  readonly escalations: Readonly<Record<string, readonly string[]>>;
  readonly skips: readonly string[];
  readonly statedResults: readonly string[];
  readonly branchesCanceled: readonly string[];
  readonly withdrawals: readonly string[];
  /** What a customer says who changes its mind, why a point of no return may be passed, and what it is told. */
  readonly turns: Readonly<
    Record<Turn, { readonly reason: string; readonly override?: string; readonly answer?: string }>
  >;
};

/** The files are ours and shipped with the app, so their shape is trusted; throws when they are not there. */
export function loadDemoData(samplesDir: string): DemoData {
  const load = (name: string): object => JSON.parse(readFileSync(join(samplesDir, 'demo', name), 'utf8')) as object;
  return { ...load('customers.json'), ...load('stories.json') } as DemoData;
}

export const filledIn = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
