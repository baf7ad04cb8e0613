/** Walks the catalog from a line's specification and drafts every domain order the line makes, with the reason for each (domain.md A.6). */
import { isPairAllowed, type Candidate, type IndexedCatalog } from '../catalog/indexCatalog.ts';
import type { Specification } from '../catalog/catalog.ts';
import type { CapturedLine } from '../vocabulary/captured.ts';
import { buildsAnything, fillDefaults, type DraftOrder, type HeldValue } from './draftOrder.ts';
import { evaluateRules } from './evaluateRules.ts';
import { mapFromAncestors } from './settleValues.ts';
import type { RuleVerdict, TraceEntry, TraceReason } from './trace.ts';
import { unitsOf } from './unitsOf.ts';

/** What decomposition needs to know of a line. */
export type DecomposableLine = Pick<
  CapturedLine,
  'parent' | 'action' | 'name' | 'specification' | 'quantity' | 'characteristics' | 'location'
> & {
  readonly number: number;
  /** The catalog specification the line decomposes by, when known. */
  readonly matched?: string;
  /** Numbers of the lines this one waits for. */
  readonly waitsFor: readonly number[];
};

/** `open` creates every target its rules could allow: the largest plan the catalog can make. */
export type RuleMode = 'evaluate' | 'open';

/** A target skipped only because a rule's characteristic had no value: it may still come to be (domain.md A.6 item 5). */
export type AwaitingTarget = {
  readonly parent: DraftOrder;
  readonly candidate: Candidate;
  readonly rules: readonly RuleVerdict[];
  /** Where its entry stands in `entries`; absent while that stands in an earlier trace. */
  readonly entry?: number;
  /** Index of its entry in the earlier trace. */
  readonly reconsiders?: number;
};

/** Everything decomposition has drafted so far, over all lines. */
export type Drafting = {
  readonly catalog: IndexedCatalog;
  readonly rules: RuleMode;
  /** Domain orders that the plan has already: new ones are numbered on from there. */
  readonly known: number;
  readonly drafts: DraftOrder[];
  readonly entries: TraceEntry[];
  readonly awaiting: AwaitingTarget[];
};

export const startDrafting = (catalog: IndexedCatalog, rules: RuleMode = 'evaluate', known = 0): Drafting => ({
  catalog,
  rules,
  known,
  drafts: [],
  entries: [],
  awaiting: [],
});

type Verdict = { readonly created: boolean; readonly reason: TraceReason; readonly rules: readonly RuleVerdict[] };
/** Domain orders from the top of a tree down to one of them, by specification. */
type Path = Map<string, DraftOrder>;
/** Where the walk stands under one domain order: which candidate is next, and which copy of it. */
type Frame = { readonly draft: DraftOrder; readonly candidates: readonly Candidate[]; at: number; copiesLeft: number };

const noCandidates: readonly Candidate[] = [];

/** A line's own domain orders and entries. */
export type Expanded = {
  readonly drafts: readonly DraftOrder[];
  readonly entries: readonly TraceEntry[];
  /** More than one when only the first of so many units was drafted, because all are like it. */
  readonly alike: number;
};

/**
 * Adds the line's domain orders, parents before children in the order of their relationships, one tree for each unit. When
 * nothing in the first unit awaits a value, the others will be copies of it and are left out.
 */
export function expandLine(drafting: Drafting, line: DecomposableLine): Expanded {
  const { drafts, entries, awaiting, catalog } = drafting;
  const [firstDraft, firstEntry] = [drafts.length, entries.length];
  const expanded = (alike: number): Expanded => ({
    drafts: drafts.slice(firstDraft),
    entries: entries.slice(firstEntry),
    alike,
  });
  const specification = line.matched === undefined ? undefined : catalog.specifications.get(line.matched);
  const reason = reasonForLine(line, specification);
  const target = specification?.id ?? line.matched ?? line.specification?.id ?? line.specification?.name ?? '';
  const targetName = specification?.name ?? line.specification?.name ?? line.name ?? target;
  const entry = { line: line.number, target, targetName, rules: [] };
  if (specification === undefined || reason !== 'lineSpecification') {
    entries.push({ ...entry, verdict: 'skipped', reason });
    return expanded(1);
  }
  const units = unitsOf(specification, line.quantity);
  for (let unit = 1; unit <= units; unit += 1) {
    const number = nextNumber(drafting);
    const copy = { number: unit, of: units };
    const top: DraftOrder = {
      number,
      line: line.number,
      top: number,
      ...(units > 1 ? { unit: copy } : {}),
      specification,
      action: line.action,
      quantity: units > 1 ? 1 : line.quantity,
      values: valuesOfLine(line),
      children: [],
    };
    entries.push({ ...entry, verdict: 'created', reason, domainOrder: number, ...(units > 1 ? { copy } : {}) });
    drafts.push(top);
    if (buildsAnything(line.action)) fillDefaults(top);
    expandChildren(drafting, top, new Map());
    if (unit < units && awaiting.length === 0) return expanded(units);
  }
  return expanded(1);
}

const nextNumber = ({ known, drafts }: Drafting): number => known + drafts.length + 1;

function reasonForLine(line: DecomposableLine, specification: Specification | undefined): TraceReason {
  if (line.action === 'noChange') return 'actionIsNoChange';
  if (specification === undefined) return 'specificationUnknown';
  return specification.kind === 'product' ? 'productNotForServiceOrder' : 'lineSpecification';
}

function valuesOfLine(line: DecomposableLine): Map<string, HeldValue> {
  const values = new Map<string, HeldValue>();
  for (const { name, value, valueType } of line.characteristics) {
    values.set(name, { value, from: 'line', ...(valueType === undefined ? {} : { valueType }) });
  }
  return values;
}

/** Depth first with a stack of its own: a catalog may be deeper than the call stack. `path` leads to `top` without it. */
function expandChildren(drafting: Drafting, top: DraftOrder, path: Path): void {
  const { catalog, entries } = drafting;
  const stack: Frame[] = [];
  const enter = (draft: DraftOrder): void => {
    path.set(draft.specification.id, draft);
    const candidates = catalog.candidates.get(draft.specification.id) ?? noCandidates;
    stack.push({ draft, candidates, at: 0, copiesLeft: -1 });
  };
  enter(top);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const candidate = frame.candidates[frame.at];
    if (candidate === undefined) {
      path.delete(frame.draft.specification.id);
      stack.pop();
      continue;
    }
    const verdict = judge(drafting.rules, candidate, frame.draft, path);
    if (!verdict.created || candidate.target === undefined) {
      skipTarget(drafting, candidate, frame.draft, verdict);
      frame.at += 1;
      continue;
    }
    const copies = candidate.relationship.defaultQuantity ?? 1;
    if (frame.copiesLeft < 0) frame.copiesLeft = copies;
    const copy = copies - frame.copiesLeft + 1;
    frame.copiesLeft -= 1;
    if (frame.copiesLeft <= 0) {
      frame.at += 1;
      frame.copiesLeft = -1;
    }
    const child = draftChild(drafting, frame.draft, candidate.target, path);
    entries.push(createdEntry(candidate, child, verdict, { number: copy, of: copies }));
    enter(child);
  }
}

function skipTarget(drafting: Drafting, candidate: Candidate, parent: DraftOrder, verdict: Verdict): void {
  const { entries, awaiting } = drafting;
  if (isUndecided(verdict.rules)) awaiting.push({ parent, candidate, rules: verdict.rules, entry: entries.length });
  entries.push({ ...entryOf(candidate, parent, verdict), verdict: 'skipped' });
}

/** Nothing but missing values stands in the way: each rule is judged once, by the first value it sees. */
export const isUndecided = (rules: readonly RuleVerdict[]): boolean =>
  rules.some(({ from }) => from === 'missing') && rules.every(({ from, passed }) => passed || from === 'missing');

/**
 * Looks again at a skipped target: rules whose value is there now are judged, those judged before stand. Creates the
 * target and what is below it, or says why not; while values are missing still, it goes on awaiting. False: nothing new.
 */
export function reviveTarget(drafting: Drafting, target: AwaitingTarget): boolean {
  const { entries, awaiting } = drafting;
  const { candidate, parent, reconsiders } = target;
  const fresh = evaluateRules(candidate.rules, parent);
  const rules = target.rules.map((was, index) => (was.from === 'missing' ? (fresh[index] ?? was) : was));
  if (rules.every(({ from }, index) => from === target.rules[index]?.from)) return false;
  const entry = target.entry ?? entries.length;
  const put = (told: TraceEntry): void => {
    entries[entry] = reconsiders === undefined ? told : { ...told, reconsiders };
  };
  if (candidate.target === undefined || !rules.every(({ passed }) => passed)) {
    const verdict = skip('ruleFailed', rules);
    put({ ...entryOf(candidate, parent, verdict), verdict: 'skipped' });
    if (isUndecided(rules)) awaiting.push({ ...target, rules, entry });
    return true;
  }
  const verdict: Verdict = { created: true, reason: 'rulesPassed', rules };
  const copies = candidate.relationship.defaultQuantity ?? 1;
  for (let copy = 1; copy <= copies; copy += 1) {
    const path = pathTo(parent);
    const child = draftChild(drafting, parent, candidate.target, path);
    const told = createdEntry(candidate, child, verdict, { number: copy, of: copies });
    if (copy === 1) put(told);
    else entries.push(told);
    expandChildren(drafting, child, path);
  }
  return true;
}

function pathTo(draft: DraftOrder): Path {
  const upwards: DraftOrder[] = [];
  for (let at: DraftOrder | undefined = draft; at !== undefined; at = at.parent) upwards.push(at);
  return new Map(upwards.toReversed().map(at => [at.specification.id, at]));
}

/** Creates the child with the values mapped down to it, so that the rules below it see them (features D5). */
function draftChild(drafting: Drafting, parent: DraftOrder, specification: Specification, path: Path): DraftOrder {
  const child: DraftOrder = {
    number: nextNumber(drafting),
    line: parent.line,
    parent,
    top: parent.top,
    specification,
    action: parent.action,
    quantity: parent.quantity,
    values: new Map(),
    children: [],
  };
  parent.children.push(child);
  drafting.drafts.push(child);
  mapFromAncestors(drafting.catalog, child, path);
  if (buildsAnything(child.action)) fillDefaults(child);
  return child;
}

const skip = (reason: TraceReason, rules: readonly RuleVerdict[] = []): Verdict => ({
  created: false,
  reason,
  rules,
});

function judge(mode: RuleMode, candidate: Candidate, source: DraftOrder, path: Path): Verdict {
  const { relationship, target } = candidate;
  if (relationship.type === 'composedOf') return skip('composedOfNeverDecomposes');
  if (target === undefined) return skip('targetUnknown');
  if (target.kind === 'product') return skip('productNotForServiceOrder');
  if (!isPairAllowed(relationship.type, source.specification.kind, target.kind)) return skip('pairNotAllowed');
  if (path.has(target.id)) return skip('relationshipCircle');
  if (candidate.rules.length === 0 || mode === 'open') return { created: true, reason: 'relationship', rules: [] };
  if (!buildsAnything(source.action)) return { created: true, reason: 'rulesIgnoredForAction', rules: [] };
  const rules = evaluateRules(candidate.rules, source);
  return rules.every(rule => rule.passed) ? { created: true, reason: 'rulesPassed', rules } : skip('ruleFailed', rules);
}

function createdEntry(
  candidate: Candidate,
  child: DraftOrder,
  verdict: Verdict,
  copy: { readonly number: number; readonly of: number },
): TraceEntry {
  return {
    ...entryOf(candidate, child.parent ?? child, verdict),
    verdict: 'created',
    domainOrder: child.number,
    ...(copy.of > 1 ? { copy } : {}),
  };
}

function entryOf(candidate: Candidate, parent: DraftOrder, verdict: Verdict): Omit<TraceEntry, 'verdict'> {
  const { relationship, target } = candidate;
  return {
    line: parent.line,
    target: relationship.target,
    targetName: target?.name ?? relationship.target,
    parent: parent.number,
    source: relationship.source,
    relationship: { id: relationship.id, type: relationship.type },
    rules: verdict.rules,
    reason: verdict.reason,
  };
}
