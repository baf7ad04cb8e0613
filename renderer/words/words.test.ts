import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import {
  documentProblemCodes,
  fileProblemCodes,
  brokenJsonExpectations,
  understoodCodes,
} from '../../main/app/tmf641/codes.ts';
import type { CatalogFix, CatalogProblemCode } from '../../main/domain/catalog/problem.ts';
import type { TraceReason } from '../../main/domain/decomposition/trace.ts';
import { falloutTypes, rejectionReasons, resolutionCodes, rootCauses } from '../../main/domain/order/codes.ts';
import type { EventType } from '../../main/domain/order/events.ts';
import {
  domainOrderStates,
  falloutStates,
  inventoryStates,
  lineActions,
  lineStates,
  priorities,
  taskStates,
} from '../../main/domain/vocabulary/states.ts';
import { permissions, roles } from '../../main/domain/people/permissions.ts';
import { areas, hasWord, t, word } from './words.ts';

test.each(Object.entries(areas))('every message of %s compiles and says something', (_area, words) => {
  const broken = Object.entries<string>(words).filter(([, message]) => message.trim() === '' || !compiles(message));
  expect(broken).toEqual([]);
});

function compiles(message: string): boolean {
  try {
    compileMessageOrThrow(message);
    return true;
  } catch {
    return false;
  }
}

/** Only here so that the compiler refuses a missing name. */
const events: Readonly<Record<EventType, true>> = {
  OrderImported: true,
  OrderEndorsed: true,
  StartPlanned: true,
  PriorityComputed: true,
  TasksScheduled: true,
  TargetsReconsidered: true,
  OutsideDependencyAdded: true,
  OutsideDependencyMet: true,
  OutsideWantMet: true,
  TaskLeftInQueue: true,
  PointOfNoReturnPassed: true,
  TaskPaused: true,
  TaskResumed: true,
  EndProposed: true,
  EndProposalWithdrawn: true,
  TaskEscalated: true,
  EscalationWithdrawn: true,
  RevisionRequested: true,
  RevisionApproved: true,
  RevisionRejected: true,
  OrderResumed: true,
  ActionUndone: true,
  OrderApproved: true,
  OrderRejected: true,
  OrderReopened: true,
  OrderCorrected: true,
  OrderSubmitted: true,
  LineMatched: true,
  OrderDecomposed: true,
  OrderStarted: true,
  InventoryPlanned: true,
  InventoryChanged: true,
  TasksOpened: true,
  TaskAssigned: true,
  TaskStarted: true,
  TaskValuesRecorded: true,
  ValuePropagated: true,
  TaskCompleted: true,
  TaskHeld: true,
  TaskRestored: true,
  TasksCanceled: true,
  DomainOrderStarted: true,
  DomainOrderQualified: true,
  DomainOrderClosed: true,
  DomainOrderCanceled: true,
  LineStarted: true,
  LineCompleted: true,
  LineCanceled: true,
  OrderCompleted: true,
  OrderCanceled: true,
  FalloutRaised: true,
  FalloutTriaged: true,
  FalloutResolved: true,
  FalloutClosed: true,
  NoteAdded: true,
};

const reasons: Readonly<Record<TraceReason, true>> = {
  lineSpecification: true,
  relationship: true,
  rulesPassed: true,
  rulesIgnoredForAction: true,
  composedOfNeverDecomposes: true,
  ruleFailed: true,
  productNotForServiceOrder: true,
  pairNotAllowed: true,
  relationshipCircle: true,
  taskCircle: true,
  targetUnknown: true,
  specificationUnknown: true,
  actionIsNoChange: true,
};

const catalogProblems: Readonly<Record<CatalogProblemCode, true>> = {
  documentNotJson: true,
  documentNotCatalog: true,
  valueMissing: true,
  valueOfWrongType: true,
  valueNotAllowed: true,
  keyUnknown: true,
  idTwice: true,
  taskKeyTwice: true,
  nameTwice: true,
  specificationUnknown: true,
  specificationNotOrderable: true,
  characteristicUnknown: true,
  planTemplateUnknown: true,
  taskUnknown: true,
  pairNotAllowed: true,
  relationshipCircle: true,
  taskCircle: true,
  planTooLarge: true,
  ruleWithoutRelationship: true,
  ruleValueNotAnOption: true,
  defaultNotAnOption: true,
  mappingToItself: true,
  durationNegative: true,
  durationTooLong: true,
  quantityOutOfRange: true,
  templateWithoutTasks: true,
  policiesOverlap: true,
};

const catalogFixes: Readonly<Record<CatalogFix, true>> = {
  correctJson: true,
  useCatalogFormat: true,
  addValue: true,
  correctValue: true,
  correctOrRemoveKey: true,
  giveOwnId: true,
  giveOwnName: true,
  addSpecificationOrCorrectId: true,
  declareCharacteristicOrCorrectName: true,
  addPlanTemplateOrCorrectId: true,
  correctTaskKey: true,
  useAllowedPair: true,
  removeOneOfCircle: true,
  lowerQuantities: true,
  addRelationshipOrRemoveRule: true,
  useOption: true,
  removeMapping: true,
  useZeroOrMore: true,
  useTenYearsOrLess: true,
  orderQuantities: true,
  addTask: true,
  narrowOnePolicy: true,
  nameService: true,
};

describe('every code that comes with the data has a word', () => {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['states.order', lineStates],
    ['states.domainOrder', domainOrderStates],
    ['states.task', taskStates],
    ['states.fallout', falloutStates],
    ['states.inventory', inventoryStates],
    ['states.action', lineActions],
    ['states.priority', priorities],
    ['codes.rejectionReason', rejectionReasons],
    ['codes.falloutType', falloutTypes],
    ['codes.rootCause', rootCauses],
    ['codes.resolutionCode', resolutionCodes],
    ['codes.role', roles],
    ['codes.permission', permissions],
    ['intake.problem', [...fileProblemCodes, ...documentProblemCodes, ...Object.keys(catalogProblems)]],
    ['intake.fix', Object.keys(catalogFixes)],
    ['intake.expected', brokenJsonExpectations],
    ['intake.understood', understoodCodes],
    ['activity.event', Object.keys(events)],
    ['orders.reason', Object.keys(reasons)],
  ];

  test.each(lists)('%s', (prefix, list) => {
    expect(list.filter(code => !hasWord(`${prefix}.${code}`))).toEqual([]);
  });
});

test('numbers and plurals are put into a sentence', () => {
  expect(t('orders.list.total', { count: 1 })).toBe('1 order');
  expect(t('orders.list.total', { count: 1200 })).toBe('1,200 orders');
});

test('a code without a word is spelled out instead of hidden', () => {
  expect(word('codes.rootCause', 'cosmicRays')).toBe('Cosmic rays');
});

/** Everything the window is made of but its words and its tests. */
function sources(): string {
  const renderer = join(import.meta.dirname, '..');
  return readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map(path => readFileSync(join(renderer, path), 'utf8'))
    .join('\n');
}

test('every sentence is said somewhere, by its whole key or with a code in it', () => {
  const text = sources();
  const said = new Set([...text.matchAll(/'((?:\w+\.)+\w+)'/g)].map(([, key = '']) => key));
  // t(`undo.did.${event}`) says every sentence of that shape, and word('codes.role', role) every one that begins so.
  const shapes = [...text.matchAll(/`((?:\w+\.)+[\w.]*\$\{[^`]*)`/g)].map(
    ([, shape = '']) => new RegExp(`^${shape.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`),
  );
  const isSaid = (key: string): boolean => {
    const parts = key.split('.');
    const beginnings = parts.map((_, index) => parts.slice(0, index + 1).join('.')).slice(1);
    return beginnings.some(beginning => said.has(beginning)) || shapes.some(shape => shape.test(key));
  };
  const keys = Object.entries(areas).flatMap(([area, words]) => Object.keys(words).map(key => `${area}.${key}`));
  expect(keys.filter(key => !isSaid(key))).toEqual([]);
});
