/** Random things people ask of an order, sensible and not, by anybody; numbers are fitted to the order when they are asked. */
import fc from 'fast-check';
import type { JsonValue } from '../../json.ts';
import type { Person } from '../../people/permissions.ts';
import { emptyTable, rowsOf } from '../../table.ts';
import type { NoteSubject, OrderCommand } from '../commands.ts';
import { falloutActions, type Fallout, type Order, type OrderTask } from '../order.ts';
import type { CharacteristicValue } from '../../vocabulary/captured.ts';
import { isFalloutOpen, priorities } from '../../vocabulary/states.ts';
import { everyone, fulfiller, manager } from './people.ts';
import { raise, resolve } from './story.ts';

/** One wish: what kind, and the dice that settle which part, who, and how. */
export type Wish = { readonly kind: WishKind; readonly which: number; readonly how: number; readonly who: number };

const intake = ['approve', 'reject', 'reopen', 'correct', 'submit', 'matchLine'] as const;
const hands = ['claimTask', 'assignTask', 'releaseTask', 'startTask', 'recordValues', 'completeTask'] as const;
const fallout = [
  'raiseFallout',
  'raiseFallout',
  'triageFallout',
  'reassignFallout',
  'resolveFallout',
  'resolveFallout',
] as const;
type WishKind = (typeof intake)[number] | (typeof hands)[number] | (typeof fallout)[number] | 'goOn' | 'addNote';

/** `goOn` does the next useful thing to a task; the others ask whatever the dice say. */
const goOn: readonly WishKind[] = Array<'goOn'>(14).fill('goOn');
const working: readonly WishKind[] = [...goOn, ...hands, ...fallout, ...fallout, 'addNote', 'approve', 'reject'];

const wish = (of: readonly WishKind[]): fc.Arbitrary<Wish> =>
  fc.record({ kind: fc.constantFrom(...of), which: fc.nat(200), how: fc.nat(200), who: fc.nat(everyone.length * 4) });

const by = (who: number, kind: WishKind): Wish => ({ kind, which: 0, how: 1, who });
const asManager = everyone.length;
/** Half of the orders are rejected once and put right before they are approved. */
const before = fc.tuple(fc.boolean(), fc.array(wish(intake), { maxLength: 3 })).map(([isRejected, some]) => {
  const round = (['reject', 'reopen', 'correct', 'submit'] as const).map(kind => by(asManager, kind));
  return [...(isRejected ? round.toSpliced(3, 0, ...some) : some), by(asManager, 'approve')];
});

/** Some before approval, the approval, and then whatever comes. */
export const wishes: fc.Arbitrary<readonly Wish[]> = fc
  .tuple(before, fc.array(wish(working), { maxLength: 40, size: 'max' }))
  .map(([first, later]) => [...first, ...later]);

/** Managers ask more often than the others, so that enough of it is allowed. */
const personFor = (who: number): Person => everyone[who] ?? (who % 2 === 0 ? manager : fulfiller);
const one = <T>(from: readonly [T, ...T[]], at: number): T => from[at % from.length] ?? from[0];

export function commandOf(order: Order, { kind, which, how, who }: Wish): { command: OrderCommand; by: Person } {
  const person = personFor(who);
  const task = nthLiving(rowsOf(order.plan?.tasks ?? emptyTable), which, how) ?? 1;
  const number = nthLiving(rowsOf(order.fallouts), which, how) ?? 1;
  const line = 1 + (which % order.lines.size);
  const assignee = one([null, 'agent', 'otherAgent', 'fulfiller', 'ghost'], how);
  const group = one([null, 'field', 'stock'], which);
  const seen = how % 11 === 0 ? { seen: order.version - (how % 5) } : {};
  const commands: Readonly<Record<Exclude<WishKind, 'goOn'>, OrderCommand>> = {
    approve: { type: 'approve', ...seen },
    reject: { type: 'reject', reasonCode: how % 4 === 0 ? '' : 'other', text: 'No', ...seen },
    reopen: { type: 'reopen' },
    submit: { type: 'submit' },
    correct: {
      type: 'correct',
      changes: [
        { field: 'priority', value: one(priorities, how) },
        { field: 'characteristic', line, name: one(['a', 'b'], which), value: one(['x', 'y', null], how) },
      ],
    },
    matchLine: { type: 'matchLine', line, specification: one(['s0', 's1', 's9'], how) },
    claimTask: { type: 'claimTask', task, ...seen },
    assignTask: { type: 'assignTask', task, assignee, ...(how % 2 === 0 ? {} : { group }) },
    releaseTask: { type: 'releaseTask', task },
    startTask: { type: 'startTask', task, ...seen },
    recordValues: { type: 'recordValues', task, values: valuesBy(how) },
    completeTask: { type: 'completeTask', task, values: how % 3 === 0 ? [] : [{ name: 'serial', value: 'SN' }] },
    raiseFallout: raise(task, how % 3 === 0 ? { owner: 'agent' } : {}),
    triageFallout: {
      type: 'triageFallout',
      fallout: number,
      ...(how % 2 === 0 ? { owner: assignee } : { priority: one(priorities, how) }),
      ...(how % 3 === 0 ? { state: one(['open', 'onHold', 'awaitingInformation', 'inProgress'], which) } : {}),
    },
    reassignFallout: { type: 'reassignFallout', fallout: number, owner: assignee, group },
    resolveFallout: resolve(number, one(falloutActions, how)),
    addNote: {
      type: 'addNote',
      subject: one<NoteSubject>(['order', `T${task}`, `F${number}`], how),
      kind: 'work',
      text: 'Seen',
    },
  };
  if (kind !== 'goOn') return { command: commands[kind], by: person };
  return nextStep(order, which) ?? { command: commands.addNote, by: person };
}

/** Mostly one that has not ended, now and then any. */
function nthLiving(
  parts: Iterable<Pick<OrderTask | Fallout, 'number' | 'state'>>,
  which: number,
  how: number,
): number | undefined {
  const all = [...parts];
  const living = all.filter(({ state }) => !['closedComplete', 'canceled', 'resolved'].includes(state));
  const from = how % 6 === 0 || living.length === 0 ? all : living;
  return from[which % Math.max(from.length, 1)]?.number;
}

const valuesBy = (how: number): readonly CharacteristicValue[] => {
  const values: readonly [JsonValue, ...JsonValue[]] = ['x', 'SN', 7, null];
  return [{ name: one(['a', 'b', 'serial', 'signal'], how), value: one(values, how + (how % 3)) }];
};

/** What somebody who may can do next for the order: the nth of the tasks that can move, or of those that are held. */
export function nextStep(order: Order, nth: number): { command: OrderCommand; by: Person } | undefined {
  const tasks = [...rowsOf(order.plan?.tasks ?? emptyTable)];
  const able = tasks.filter(({ state }) => state === 'open' || state === 'inProgress');
  const task = able[nth % Math.max(able.length, 1)];
  if (task !== undefined) return stepOf(task);
  const open = [...rowsOf(order.fallouts)].find(({ state }) => isFalloutOpen(state));
  return open && { command: resolve(open.number, 'retry'), by: fulfiller };
}

function stepOf(task: OrderTask): { command: OrderCommand; by: Person } {
  if (task.state === 'inProgress') {
    const values = task.fields.length === 0 ? [] : [{ name: 'serial', value: 'SN' }];
    return { command: { type: 'completeTask', task: task.number, values }, by: fulfiller };
  }
  const owner = everyone.find(({ id }) => id === task.assignee) ?? fulfiller;
  return { command: { type: 'startTask', task: task.number }, by: owner };
}
