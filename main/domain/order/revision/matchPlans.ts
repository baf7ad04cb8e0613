/** Finds what becomes of every domain order when an order asks for something else: the plan before, the plan after and the plan there is, matched by line and specification path (domain.md A.10). */
import type { CompensationReason } from '../../vocabulary/revision.ts';
import { preorder } from '../../tree.ts';
import { getDomainOrder, getLine } from '../change.ts';
import { giveUpUnits } from './giveUpUnits.ts';
import type { DomainOrder, Order } from '../order.ts';
import type { PlanRows, RowNumber } from '../planRows.ts';

export type Unit = { readonly number: number; readonly of: number };

export type Fate =
  /** It goes on. Without rows it came to be during the work, and follows its parent. */
  | { readonly kind: 'kept'; readonly before?: RowNumber; readonly after?: RowNumber; readonly isUndecided?: true }
  | { readonly kind: 'dropped'; readonly reason: CompensationReason; readonly causes: readonly string[] };

/** A domain order to be added, with everything below it. */
export type AddedBranch = {
  readonly top: RowNumber;
  /** The domain order of the plan that it hangs under; absent at the top of a line. */
  readonly parent?: number;
  readonly unit?: Unit;
  readonly reason: CompensationReason;
};

export type Undecided = { readonly line: number; readonly giveUp: number; readonly candidates: readonly number[] };

export type Matched = {
  /** By domain order; what is not here is left as it is. */
  readonly fates: ReadonlyMap<number, Fate>;
  readonly added: readonly AddedBranch[];
  /** Domain orders that count as another unit than before. */
  readonly units: ReadonlyMap<number, Unit>;
  readonly undecided: readonly Undecided[];
  /** Lines with a pick that does not fit. */
  readonly badPicks: readonly number[];
};

export type Matching = {
  readonly order: Order;
  readonly before: PlanRows;
  readonly after: PlanRows;
  /** Lines that are canceled now, and why. */
  readonly canceled: ReadonlyMap<number, CompensationReason>;
  /** What to give up, by line, where somebody has said so. */
  readonly picks: ReadonlyMap<number, readonly number[]>;
};

type Level = {
  readonly before: readonly RowNumber[];
  readonly after: readonly RowNumber[];
  readonly there: readonly DomainOrder[];
};

type Kept = Extract<Fate, { readonly kind: 'kept' }>;

/** Does one thing, and gives what comes of it. */
type Step = () => readonly Step[];

/** Linear in the plans. Branches that an earlier revision dropped are no part of it any more. */
export function matchPlans({ order, before, after, canceled, picks }: Matching, lines: Iterable<number>): Matched {
  const fates = new Map<number, Fate>();
  const added: AddedBranch[] = [];
  const units = new Map<number, Unit>();
  const undecided: Undecided[] = [];
  const badPicks: number[] = [];
  const causesOf = causesOfSkips(after);

  const inPlan = (numbers: readonly number[]): readonly DomainOrder[] =>
    numbers.map(number => getDomainOrder(order, number)).filter(({ canceling }) => canceling !== true);

  const drop = (number: number, reason: CompensationReason, causes: readonly string[] = []): void => {
    // What somebody canceled by hand is over, with what they left below it.
    const below = preorder([getDomainOrder(order, number)], ({ state, children }) =>
      state === 'canceled' ? [] : inPlan(children),
    );
    for (const part of below) fates.set(part.number, { kind: 'dropped', reason, causes });
  };

  /** One after the other, the steps that come of one before its neighbour: a branch may be deeper than the call stack. */
  const keep = (part: DomainOrder, fate: Kept): void => {
    const left = [keepOne(part, fate)];
    for (let step = left.pop(); step !== undefined; step = left.pop()) {
      for (const next of step().toReversed()) left.push(next);
    }
  };

  const keepOne = (part: DomainOrder, fate: Kept): Step => {
    const { number, state, children } = part;
    // Nor is it brought back by a change of something else.
    if (state === 'canceled') return () => [];
    return () => {
      fates.set(number, fate);
      const below = {
        before: fate.before === undefined ? [] : before.childrenOf(fate.before),
        after: fate.after === undefined ? [] : after.childrenOf(fate.after),
        there: inPlan(children),
      };
      return bySpecification(below).flatMap(level => matchCopies(level, number, fate.after));
    };
  };

  const bySpecification = (level: Level): readonly Level[] => {
    const befores = Map.groupBy(level.before, number => before.row(number).specification);
    const afters = Map.groupBy(level.after, number => after.row(number).specification);
    const known = Map.groupBy(level.there, ({ specification }) => specification);
    return [...new Set([...known.keys(), ...afters.keys()])].map(specification => ({
      before: befores.get(specification) ?? [],
      after: afters.get(specification) ?? [],
      there: known.get(specification) ?? [],
    }));
  };

  /** Domain orders of one specification under one parent, in the order in which they stand. */
  const matchCopies = (level: Level, parent: number, afterParent: RowNumber | undefined): readonly Step[] => {
    const steps = level.there.map((part, index): Step => {
      const [was, now] = [level.before[index], level.after[index]];
      if (was === undefined || now !== undefined) return keepOne(part, keptAs(was, now));
      return () => {
        drop(part.number, 'branchDropped', causesOf(afterParent, part));
        return [];
      };
    });
    const fresh = level.after.slice(Math.max(level.before.length, level.there.length));
    if (fresh.length === 0) return steps;
    const add: Step = () => {
      for (const top of fresh) added.push({ top, parent, reason: 'branchAdded' });
      return [];
    };
    return [...steps, add];
  };

  const matchUnits = (line: number, level: Level): void => {
    const { there } = level;
    if (level.after.length === 0) {
      for (const { number } of level.before.length === 0 ? [] : there) drop(number, 'branchDropped');
      return;
    }
    const fewer = Math.min(level.before.length, there.length) - level.after.length;
    const gone = fewer > 0 ? giveUpUnits(order, there, fewer, picks.get(line)) : { dropped: [] };
    if (gone.badPick === true) badPicks.push(line);
    if (gone.undecided !== undefined) undecided.push({ line, ...gone.undecided });
    const dropped = new Set(gone.dropped);
    for (const number of dropped) drop(number, 'quantity');
    const candidates = new Set(gone.undecided?.candidates);
    const staying = there.filter(({ number }) => !dropped.has(number));
    for (const [index, part] of staying.entries()) {
      const fate = keptAs(level.before[index] ?? level.before.at(-1), level.after[index]);
      // More than are wanted: until somebody picks, the last ones are looked at as if nothing changed.
      const beyond = fate.after === undefined ? keptAs(undefined, undefined) : fate;
      keep(part, { ...beyond, ...(candidates.has(part.number) ? { isUndecided: true } : {}) });
    }
    addUnits(level, staying);
  };

  /** What stays keeps its number; new units take the lowest that are free. */
  const addUnits = (level: Level, staying: readonly DomainOrder[]): void => {
    const of = level.after.length;
    const fresh = level.after.slice(Math.max(level.before.length, staying.length));
    if (fresh.length === 0) return;
    const taken = new Set<number>();
    for (const { number, unit } of of > 1 ? staying : []) {
      units.set(number, { number: unit?.number ?? 1, of });
      taken.add(unit?.number ?? 1);
    }
    let next = 1;
    for (const top of fresh) {
      while (taken.has(next)) next += 1;
      taken.add(next);
      const reason = level.before.length === 0 ? 'branchAdded' : 'quantity';
      added.push({ top, reason, ...(of > 1 ? { unit: { number: next, of } } : {}) });
    }
  };

  for (const line of lines) {
    const there = line > order.lines.size ? [] : inPlan(getLine(order, line).domainOrders);
    const reason = canceled.get(line);
    if (reason === undefined) matchUnits(line, { before: before.topsOf(line), after: after.topsOf(line), there });
    else for (const { number } of there) drop(number, reason);
  }
  return { fates, added, units, undecided, badPicks };
}

const keptAs = (before: RowNumber | undefined, after: RowNumber | undefined): Kept => ({
  kind: 'kept',
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

/** The characteristics whose rules let go of a target that was there before. */
function causesOfSkips({
  decomposed,
}: PlanRows): (parent: RowNumber | undefined, part: DomainOrder) => readonly string[] {
  const causes = new Map<string, readonly string[]>();
  for (const { verdict, parent, target, rules } of decomposed.trace.entries) {
    if (verdict !== 'skipped' || parent === undefined) continue;
    causes.set(
      `${parent} ${target}`,
      rules.flatMap(({ passed, characteristic }) => (passed ? [] : [characteristic])),
    );
  }
  return (parent, { specification }) => [...new Set(causes.get(`${parent ?? ''} ${specification}`))];
}
