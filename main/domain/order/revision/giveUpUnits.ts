/** Chooses which units of a line to give up when fewer are wanted, or says that somebody must (domain.md A.6 item 6, features D6). */
import { preorder } from '../../tree.ts';
import { getDomainOrder, getTask } from '../change.ts';
import type { DomainOrder, Order } from '../order.ts';

export type GivenUp = {
  /** Numbers of top-level domain orders. */
  readonly dropped: readonly number[];
  /** How many more have to go, and from which: nobody has picked yet. */
  readonly undecided?: { readonly giveUp: number; readonly candidates: readonly number[] };
  /** The pick does not name as many as have to go, or others than can. */
  readonly badPick?: true;
};

/**
 * Units canceled already go first. Of the others the picked ones go; without a pick the highest numbers go when nothing
 * was done for any of them, and else it is for a person to say.
 */
export function giveUpUnits(
  order: Order,
  units: readonly DomainOrder[],
  count: number,
  picked: readonly number[] | undefined,
): GivenUp {
  const ranked = units.toSorted((a, b) => numberOf(b) - numberOf(a) || b.number - a.number);
  const canceled = ranked.filter(({ state }) => state === 'canceled').slice(0, count);
  const dropped = canceled.map(({ number }) => number);
  const giveUp = count - dropped.length;
  const living = ranked.filter(({ state }) => state !== 'canceled').map(({ number }) => number);
  if (picked !== undefined) {
    const wanted = [...new Set(picked)];
    const fits = wanted.length === giveUp && wanted.every(number => living.includes(number));
    return fits ? { dropped: [...dropped, ...wanted] } : { dropped, badPick: true };
  }
  if (giveUp === 0 || giveUp >= living.length || living.every(number => isUntouched(order, number))) {
    return { dropped: [...dropped, ...living.slice(0, giveUp)] };
  }
  return { dropped, undecided: { giveUp, candidates: living.toSorted((a, b) => a - b) } };
}

const numberOf = ({ unit, number }: DomainOrder): number => unit?.number ?? number;

/** Nobody has begun, recorded, held or ended anything in it. */
function isUntouched(order: Order, number: number): boolean {
  return preorder([number], one => getDomainOrder(order, one).children).every(one =>
    getDomainOrder(order, one).tasks.every(task => isTaskUntouched(order, task)),
  );
}

function isTaskUntouched(order: Order, number: number): boolean {
  const { actualStart, actualEnd, values, fallouts, hold } = getTask(order, number);
  const begun = actualStart !== undefined || actualEnd !== undefined;
  return !begun && values.length === 0 && fallouts.length === 0 && hold?.person === undefined;
}
