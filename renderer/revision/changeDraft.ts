/** A change of an order while it is being written: what is changed so far, and why; kept in the window until it is sent. */
import type { Order, OrderLine } from '../../preload/contract/order.ts';
import type { RevisionChange } from '../../preload/contract/revision.ts';

export type ChangeDraft = {
  readonly changes: readonly RevisionChange[];
  readonly reason: string;
  readonly overrideReason: string;
};

export const emptyDraft: ChangeDraft = { changes: [], reason: '', overrideReason: '' };

export const reviseDraftKey = (orderId: string): string => `revise.${orderId}`;
export const cancelDraftKey = (orderId: string): string => `cancel.${orderId}`;

/** What a change is about: a second one about the same thing replaces the first. Every added line is its own. */
export function aboutOf(change: RevisionChange): string {
  switch (change.kind) {
    case 'characteristic':
      return `L${change.line}.characteristic.${change.name}`;
    case 'quantity':
    case 'location':
    case 'cancelLine':
    case 'relatedItems':
      return `L${change.line}.${change.kind}`;
    case 'contacts':
      return change.line === undefined ? change.kind : `L${change.line}.${change.kind}`;
    case 'contact':
    case 'requestedCompletion':
      return change.kind;
    case 'addLine':
      return `addLine.${JSON.stringify(change.line)}`;
  }
}

/** In the place of an earlier one about the same thing, else at the end. Canceling a line leaves out what else was changed on it. */
export function withChange(changes: readonly RevisionChange[], change: RevisionChange): readonly RevisionChange[] {
  if (change.kind === 'addLine') return [...changes, change];
  const about = aboutOf(change);
  const kept =
    change.kind === 'cancelLine'
      ? changes.filter(one => one.kind === 'addLine' || !('line' in one) || one.line !== change.line)
      : changes;
  return kept.some(one => aboutOf(one) === about)
    ? kept.map(one => (aboutOf(one) === about ? change : one))
    : [...kept, change];
}

export const withoutChange = (changes: readonly RevisionChange[], about: string): readonly RevisionChange[] =>
  changes.filter(change => aboutOf(change) !== about);

/** Changes it when `value` differs from what the order says, else leaves it as the order has it. */
export const withValue = (
  changes: readonly RevisionChange[],
  change: RevisionChange,
  same: boolean,
): readonly RevisionChange[] => (same ? withoutChange(changes, aboutOf(change)) : withChange(changes, change));

/** Without the choices of what to give up, for asking what there is to choose from. */
export const withoutPicks = (changes: readonly RevisionChange[]): readonly RevisionChange[] =>
  changes.map(change => {
    if (change.kind !== 'quantity') return change;
    const { giveUp: _chosen, ...rest } = change;
    return rest;
  });

/** What somebody chose to give up on a line, by number of the domain order. */
export function picksOf(changes: readonly RevisionChange[], line: number): readonly number[] {
  const quantity = changes.find(change => change.kind === 'quantity' && change.line === line);
  return quantity?.kind === 'quantity' ? (quantity.giveUp ?? []) : [];
}

export const withPicks = (
  changes: readonly RevisionChange[],
  line: number,
  giveUp: readonly number[],
): readonly RevisionChange[] =>
  changes.map(change => {
    if (change.kind !== 'quantity' || change.line !== line) return change;
    const { giveUp: _chosen, ...rest } = change;
    return giveUp.length === 0 ? rest : { ...rest, giveUp: [...giveUp] };
  });

/** The changes as they are sent: a choice that is not complete is left to whoever approves. */
export const changesToSend = (
  changes: readonly RevisionChange[],
  wanted: readonly { readonly line: number; readonly giveUp: number }[],
): RevisionChange[] =>
  wanted.reduce<readonly RevisionChange[]>(
    (sent, { line, giveUp }) => (picksOf(sent, line).length === giveUp ? sent : withPicks(sent, line, [])),
    changes,
  ) as RevisionChange[];

/** False while something of it is still empty, such as the name of a place. */
export function isWhole(change: RevisionChange): boolean {
  if (change.kind === 'location' || change.kind === 'contact') return change.value.name.trim() !== '';
  if (change.kind === 'contacts') return change.value.every(isReachable);
  if (change.kind === 'relatedItems') return change.value.every(({ itemId }) => itemId.trim() !== '');
  return true;
}

/** The order has come to say so itself, as after somebody else's change: there is nothing left of it to ask for. */
export function isSo(change: RevisionChange, order: Order, lines: readonly OrderLine[]): boolean {
  if (change.kind === 'requestedCompletion') return sameMoment(change.value, order.requestedCompletion);
  if (change.kind === 'contacts' && change.line === undefined) return samePeople(change.value, order.contacts);
  const line = lineOf(change, lines);
  if (line === undefined) return false;
  switch (change.kind) {
    case 'characteristic':
      return JSON.stringify(change.value) === JSON.stringify(valueIn([], line, change.name));
    case 'quantity':
      return change.value === line.quantity;
    case 'contacts':
      return samePeople(change.value, line.contacts);
    default:
      return false;
  }
}

/** The line that a change is about; undefined also while it is not read yet. */
export const lineOf = (change: RevisionChange, lines: readonly OrderLine[]): OrderLine | undefined =>
  lines.find(({ number }) => number === lineNumberOf(change));

export const lineNumberOf = (change: RevisionChange): number | undefined =>
  'line' in change && typeof change.line === 'number' ? change.line : undefined;

const sameMoment = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));

/** In whatever order their parts were typed. */
const samePeople = (a: Order['contacts'], b: Order['contacts']): boolean =>
  a.length === b.length &&
  a.every((one, index) => contactParts.every(part => (one[part] ?? '') === (b[index]?.[part] ?? '')));

const contactParts = ['name', 'role', 'email', 'phone'] as const;

/** Somebody with a name, or a way to be reached. */
export const isReachable = ({ name = '', email = '', phone = '' }: Order['contacts'][number]): boolean =>
  [name, email, phone].some(part => part.trim() !== '');

/** How many things of a line are changed. */
export const countOn = (changes: readonly RevisionChange[], line: number): number =>
  changes.filter(change => change.kind !== 'addLine' && 'line' in change && change.line === line).length;

/** The value that a characteristic would have: as changed, else as it stands. */
export function valueIn(changes: readonly RevisionChange[], line: OrderLine, name: string): unknown {
  const changed = changes.find(
    change => change.kind === 'characteristic' && change.line === line.number && change.name === name,
  );
  return changed?.kind === 'characteristic'
    ? changed.value
    : (line.characteristics.find(one => one.name === name)?.value ?? null);
}
