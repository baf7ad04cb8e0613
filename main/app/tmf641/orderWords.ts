/** The words of order files and ours: actions, states, priorities and kinds of dependency (TMF641 §1.5, §1.7, §1.10; names.md E.3). */
import type { LineAction, Priority } from '../../domain/vocabulary/states.ts';
import { wordOf } from './reader.ts';

const actions = new Map<string, LineAction>([
  ['add', 'add'],
  ['create', 'add'],
  ['new', 'add'],
  ['modify', 'change'],
  ['change', 'change'],
  ['update', 'change'],
  ['delete', 'disconnect'],
  ['disconnect', 'disconnect'],
  ['terminate', 'disconnect'],
  ['cease', 'disconnect'],
  ['suspend', 'suspend'],
  ['resume', 'resume'],
  ['nochange', 'noChange'],
  ['none', 'noChange'],
]);

export const knownActionWords = 'add, modify, change, delete, disconnect, terminate, suspend, resume, noChange';
export const findAction = (word: string): LineAction | undefined => actions.get(wordOf(word));

export const tmfActions = { add: 'add', change: 'modify', disconnect: 'delete', noChange: 'noChange' } as const;
export type TmfAction = (typeof tmfActions)[keyof typeof tmfActions];
const tmfActionWords: readonly string[] = Object.values(tmfActions);
export const isTmfAction = (word: unknown): word is TmfAction =>
  typeof word === 'string' && tmfActionWords.includes(word);

/** TMF641 has four actions; suspend and resume are a `modify` that asks for a service state (§1.9). */
export const tmfActionOf = (action: LineAction): TmfAction =>
  action === 'suspend' || action === 'resume' ? 'modify' : tmfActions[action];

export const tmfStates = [
  'acknowledged',
  'rejected',
  'pending',
  'held',
  'inProgress',
  'cancelled',
  'completed',
  'failed',
  'partial',
  'assessingCancellation',
  'pendingCancellation',
] as const;
export type TmfState = (typeof tmfStates)[number];

const states = new Map<string, TmfState>([
  ...tmfStates.map(state => [wordOf(state), state] as const),
  ['canceled', 'cancelled'],
]);
export const findTmfState = (word: string): TmfState | undefined => states.get(wordOf(word));

const serviceStates = new Map(
  ['feasibilityChecked', 'designed', 'reserved', 'inactive', 'active', 'terminated', 'suspended'].map(state => [
    wordOf(state),
    state,
  ]),
);
export const findServiceState = (word: string): string | undefined => serviceStates.get(wordOf(word));

/**
 * Numbers count as TMF641 R17 says: 0 is the highest, 4 the lowest. ServiceNow counts from 1, so 5 occurs only there and
 * is its lowest. `1 - Critical` is read by its word.
 */
const prioritiesByNumber: readonly Priority[] = ['critical', 'high', 'moderate', 'low', 'planning', 'planning'];
const prioritiesByWord = new Map<string, Priority>([
  ['critical', 'critical'],
  ['urgent', 'critical'],
  ['emergency', 'critical'],
  ['highest', 'critical'],
  ['high', 'high'],
  ['moderate', 'moderate'],
  ['medium', 'moderate'],
  ['normal', 'moderate'],
  ['low', 'low'],
  ['planning', 'planning'],
  ['lowest', 'planning'],
]);

export function findPriority(text: string): Priority | undefined {
  const word = wordOf(text);
  if (/^\d$/.test(word)) return prioritiesByNumber[Number(word)];
  return prioritiesByWord.get(word.replace(/^\d/, ''));
}

/** The number of R17 for one of our words. */
export const tmfPriorityOf = (priority: Priority): string => String(prioritiesByNumber.indexOf(priority));

/** This item waits for the one it names (TMF641 §1.10). */
const waiting = new Set([
  'dependency',
  'dependson',
  'depends',
  'dependent',
  'dependenton',
  'relieson',
  'requires',
  'prerequisite',
  'waitsfor',
  'waitfor',
  'follows',
  'finishtostart',
]);
/** Known to say something else: structure, history, cross-reference. */
const notWaiting = new Set([
  'bundles',
  'bundledby',
  'includes',
  'includedby',
  'contains',
  'containedin',
  'parent',
  'child',
  'hasparent',
  'haschild',
  'crossref',
  'migratesto',
  'migratesfrom',
  'enables',
  'root',
  'hostedon',
  'connectson',
  'attachesto',
  'routesto',
]);

export function waitsBy(relationshipType: string): 'yes' | 'no' | 'unknown' {
  const word = wordOf(relationshipType);
  if (waiting.has(word)) return 'yes';
  return notWaiting.has(word) ? 'no' : 'unknown';
}
