/** Walks the catalog from a line's specification and drafts every domain order the line makes, with the reason for each (domain.md A.6). */
import { isPairAllowed, type Candidate, type IndexedCatalog } from '../catalog/indexCatalog.ts';
import type { Specification } from '../catalog/catalog.ts';
import type { CapturedLine } from '../vocabulary/captured.ts';
import { buildsAnything, fillDefaults, type DraftOrder, type HeldValue } from './draftOrder.ts';
import { evaluateRules } from './evaluateRules.ts';
import { mapFromAncestors } from './settleValues.ts';
import type { RuleVerdict, TraceEntry, TraceReason } from './trace.ts';

/** What decomposition needs to know of a line. */
export type DecomposableLine = Pick<
  CapturedLine,
  'parent' | 'action' | 'name' | 'specification' | 'quantity' | 'characteristics'
> & {
  readonly number: number;
  /** The catalog specification the line decomposes by, when known. */
  readonly matched?: string;
  /** Numbers of the lines this one waits for. */
  readonly waitsFor: readonly number[];
};

/** `open` creates every target its rules could allow: the largest plan the catalog can make. */
export type RuleMode = 'evaluate' | 'open';

/** Everything decomposition has drafted so far, over all lines. */
export type Drafting = {
  readonly catalog: IndexedCatalog;
  readonly rules: RuleMode;
  readonly drafts: DraftOrder[];
  readonly entries: TraceEntry[];
};

type Verdict = { readonly created: boolean; readonly reason: TraceReason; readonly rules: readonly RuleVerdict[] };
/** Where the walk stands under one domain order: which candidate is next, and which copy of it. */
type Frame = { readonly draft: DraftOrder; readonly candidates: readonly Candidate[]; at: number; copiesLeft: number };

const noCandidates: readonly Candidate[] = [];

/** Adds the line's domain orders, parents before children in the order of their relationships; returns only the line's own. */
export function expandLine(drafting: Drafting, line: DecomposableLine): readonly DraftOrder[] {
  const first = drafting.drafts.length;
  const specification = line.matched === undefined ? undefined : drafting.catalog.specifications.get(line.matched);
  const reason = reasonForLine(line, specification);
  const target = specification?.id ?? line.matched ?? line.specification?.id ?? line.specification?.name ?? '';
  const targetName = specification?.name ?? line.specification?.name ?? line.name ?? target;
  const entry = { line: line.number, target, targetName, rules: [] };
  if (specification === undefined || reason !== 'lineSpecification') {
    drafting.entries.push({ ...entry, verdict: 'skipped', reason });
    return [];
  }
  const root: DraftOrder = {
    number: first + 1,
    line: line.number,
    specification,
    action: line.action,
    quantity: line.quantity,
    values: valuesOfLine(line),
    children: [],
  };
  drafting.entries.push({ ...entry, verdict: 'created', reason, domainOrder: root.number });
  drafting.drafts.push(root);
  if (buildsAnything(line.action)) fillDefaults(root);
  expandChildren(drafting, root);
  return drafting.drafts.slice(first);
}

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

/** Depth first with a stack of its own: a catalog may be deeper than the call stack. */
function expandChildren(drafting: Drafting, root: DraftOrder): void {
  const { catalog } = drafting;
  const path = new Map<string, DraftOrder>();
  const stack: Frame[] = [];
  const enter = (draft: DraftOrder): void => {
    path.set(draft.specification.id, draft);
    const candidates = catalog.candidates.get(draft.specification.id) ?? noCandidates;
    stack.push({ draft, candidates, at: 0, copiesLeft: -1 });
  };
  enter(root);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const candidate = frame.candidates[frame.at];
    if (candidate === undefined) {
      path.delete(frame.draft.specification.id);
      stack.pop();
      continue;
    }
    const verdict = judge(drafting.rules, candidate, frame.draft, path);
    if (!verdict.created || candidate.target === undefined) {
      drafting.entries.push({ ...entryOf(candidate, frame.draft, verdict), verdict: 'skipped' });
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
    drafting.entries.push({
      ...entryOf(candidate, frame.draft, verdict),
      verdict: 'created',
      domainOrder: child.number,
      ...(copies > 1 ? { copy: { number: copy, of: copies } } : {}),
    });
    enter(child);
  }
}

/** Creates the child with the values mapped down to it, so that the rules below it see them (features D5). */
function draftChild(
  drafting: Drafting,
  parent: DraftOrder,
  specification: Specification,
  path: ReadonlyMap<string, DraftOrder>,
): DraftOrder {
  const child: DraftOrder = {
    number: drafting.drafts.length + 1,
    line: parent.line,
    parent,
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

function judge(
  mode: RuleMode,
  candidate: Candidate,
  source: DraftOrder,
  path: ReadonlyMap<string, DraftOrder>,
): Verdict {
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
