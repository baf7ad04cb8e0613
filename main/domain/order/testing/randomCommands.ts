/** Random things people ask of an order, sensible and not, by anybody; numbers are fitted to the order when they are asked. */
import fc from 'fast-check';
import type { JsonValue } from '../../json.ts';
import type { Person } from '../../people/permissions.ts';
import { emptyTable, getRow, rowsOf } from '../../table.ts';
import type { CommandOf, OrderCommand } from '../commands.ts';
import type { NoteSubject } from '../../vocabulary/correction.ts';
import { falloutActions, type Fallout, type Order, type OrderTask } from '../order.ts';
import type { CapturedLine, CharacteristicValue, Contact } from '../../vocabulary/captured.ts';
import type { RevisionChange } from '../../vocabulary/revision.ts';
import { findPendingRevision } from '../revision/evolveRevision.ts';
import { priorities } from '../../vocabulary/states.ts';
import { theDesk } from '../../people/desk.ts';
import { nextStep, type Asked } from './nextStep.ts';
import { everyone, fulfiller, manager } from './people.ts';
import { aroundBy, elsewhere } from './randomAround.ts';
import { minute, raise, resolve } from './story.ts';

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
const revision = [
  'requestRevision',
  'requestRevision',
  'requestRevision',
  'approveRevision',
  'approveRevision',
  'rejectRevision',
] as const;
const pausing = ['pauseTask', 'resumeTask'] as const;
const steering = [
  'proposeEnd',
  'proposeEnd',
  'withdrawEnd',
  'escalateTask',
  'escalateTask',
  'withdrawEscalation',
  'skipTask',
] as const;
const timing = ['passTime', 'passTime', 'startNow', 'waitForOther', 'meetOutside'] as const;
const coming = ['meetWants', 'meetWants', 'goWithout', 'handOutTasks'] as const;
type WishKind =
  | (typeof intake)[number]
  | (typeof hands)[number]
  | (typeof fallout)[number]
  | (typeof timing)[number]
  | (typeof coming)[number]
  | (typeof revision)[number]
  | (typeof pausing)[number]
  | (typeof steering)[number]
  | 'goOn'
  | 'addNote';

/** `goOn` does the next useful thing to a task; the others ask whatever the dice say. */
const goOn: readonly WishKind[] = Array<'goOn'>(16).fill('goOn');
const working: readonly WishKind[] = [
  ...goOn,
  ...hands,
  ...fallout,
  ...fallout,
  ...timing,
  ...coming,
  ...revision,
  ...pausing,
  ...steering,
  'addNote',
  'approve',
  'reject',
];

const wish = (of: readonly WishKind[]): fc.Arbitrary<Wish> =>
  fc.record({ kind: fc.constantFrom(...of), which: fc.nat(200), how: fc.nat(200), who: fc.nat(everyone.length * 4) });

const by = (who: number, kind: WishKind): Wish => ({ kind, which: 0, how: 1, who });
const asManager = everyone.length;
/** Half of the orders are rejected once and put right before they are approved. */
const before = fc
  .tuple(fc.boolean(), fc.array(wish(intake), { maxLength: 3 }), wish(['approve']))
  .map(([isRejected, some, approval]) => {
    const round = (['reject', 'reopen', 'correct', 'submit'] as const).map(kind => by(asManager, kind));
    return [...(isRejected ? round.toSpliced(3, 0, ...some) : some), { ...approval, who: asManager }];
  });

/** Some before approval, the approval, and then whatever comes. */
export const wishes: fc.Arbitrary<readonly Wish[]> = fc
  .tuple(before, fc.array(wish(working), { maxLength: 40, size: 'max' }))
  .map(([first, later]) => [...first, ...later]);

/** Managers ask more often than the others, so that enough of it is allowed. */
const personFor = (who: number): Person => everyone[who] ?? (who % 2 === 0 ? manager : fulfiller);
const one = <T>(from: readonly [T, ...T[]], at: number): T => from[at % from.length] ?? from[0];

const later = minute(30);

export function commandOf(order: Order, { kind, which, how, who }: Wish): Asked {
  const person = personFor(who);
  const task = nthLiving(rowsOf(order.plan?.tasks ?? emptyTable), which, how) ?? 1;
  const number = nthLiving(rowsOf(order.fallouts), which, how) ?? 1;
  const line = 1 + (which % order.lines.size);
  const assignee = one([null, 'agent', 'otherAgent', 'fulfiller', 'ghost'], how);
  const group = one([null, 'field', 'stock'], which);
  const tasks = [...rowsOf(order.plan?.tasks ?? emptyTable)];
  const wanting = tasks.flatMap(({ number: at, wants = [] }) => (wants.length > 0 ? [at] : []));
  const ready = tasks.flatMap(({ number: at, state }) => (state === 'open' || at === task ? [at] : []));
  const seen = how % 11 === 0 ? { seen: order.version - (how % 5) } : {};
  const commands: Readonly<Record<Exclude<WishKind, 'goOn'>, OrderCommand>> = {
    approve: { type: 'approve', ...(how % 4 === 1 ? { startAt: later } : {}), ...seen },
    startNow: { type: 'startNow', ...seen },
    passTime: { type: 'passTime' },
    waitForOther: {
      type: 'waitForOther',
      on: {
        ...elsewhere,
        task,
        node: `T${1 + (how % 3)}`,
        ...one([{}, {}, { lagMinutes: 4 }, { on: 'start' }], which),
      },
      ...seen,
    },
    meetOutside: { type: 'meetOutside', ...waitBy(order, which, how) },
    meetWants: { type: 'meetWants', tasks: how % 2 === 0 ? wanting : [task, task + 1], order: elsewhere.order },
    goWithout: { type: 'goWithout', ...wantBy(order, which, how) },
    handOutTasks: { type: 'handOutTasks', tasks: ready },
    reject: { type: 'reject', reasonCode: how % 4 === 0 ? '' : 'other', text: 'No', ...seen },
    reopen: { type: 'reopen' },
    submit: { type: 'submit' },
    correct: {
      type: 'correct',
      changes: [
        { field: 'priority', value: one(priorities, how) },
        { field: 'characteristic', line, name: one(['a', 'b'], which), value: one(['x', 'y', null], how) },
        ...(how % 5 === 0 ? [{ field: 'quantity' as const, line, value: 1 + (which % 3) }] : []),
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
    requestRevision: {
      type: 'requestRevision',
      operation: how % 9 === 0 ? 'cancel' : 'update',
      changes: how % 9 === 0 ? [] : changesBy(order, which, how),
      reason: how % 13 === 0 ? ' ' : 'The customer wants it otherwise',
      ...(how % 2 === 0 ? { override: { reason: 'The director said so' } } : {}),
      ...seen,
    },
    approveRevision: { type: 'approveRevision', revision: order.revisions?.length ?? 1, picks: picksFor(order, which) },
    rejectRevision: { type: 'rejectRevision', revision: order.revisions?.length ?? 1, text: 'Not now' },
    pauseTask: { type: 'pauseTask', task, reason: 'The van is broken' },
    resumeTask: { type: 'resumeTask', task },
    proposeEnd: {
      type: 'proposeEnd',
      task,
      end: how % 7 === 0 ? 'soon' : minute(how * 40),
      reason: 'The supplier said so',
      ...seen,
    },
    withdrawEnd: { type: 'withdrawEnd', task },
    escalateTask: {
      type: 'escalateTask',
      task,
      to: one(
        [
          { kind: 'person', id: 'fulfiller' },
          { kind: 'group', id: 'field' },
          { kind: 'person', id: 'ghost' },
        ],
        which + how,
      ),
      reason: how % 9 === 0 ? ' ' : 'The customer calls every day',
    },
    withdrawEscalation: { type: 'withdrawEscalation', task },
    skipTask: {
      type: 'skipTask',
      task,
      reason: 'Not needed here',
      ...(how % 3 === 0 ? {} : { rootCause: 'siteNotReady', resolutionCode: 'workedAround' }),
    },
    addNote: {
      type: 'addNote',
      subject: one<NoteSubject>(['order', `T${task}`, `F${number}`], how),
      kind: 'work',
      text: 'Seen',
    },
  };
  const asked = (): Asked => {
    if (kind !== 'goOn') return { command: commands[kind], by: desks.has(kind) && how % 2 === 0 ? theDesk : person };
    if (findPendingRevision(order) !== undefined && how % 3 !== 0)
      return { command: commands.approveRevision, by: manager };
    return nextStep(order, which) ?? { command: commands.addNote, by: person };
  };
  const next = asked();
  return { ...next, around: aroundBy(which, how, next.command.type) };
}

/** What the desk asks, most days. */
const desks: ReadonlySet<WishKind> = new Set(['passTime', 'meetOutside', 'meetWants', 'handOutTasks']);

/** Mostly one that there is, now and then any. */
function waitBy(order: Order, which: number, how: number): Omit<CommandOf<'meetOutside'>, 'type'> {
  const any = { task: which, order: elsewhere.order, node: `T${1 + (how % 3)}` } as const;
  const all = [...rowsOf(order.plan?.tasks ?? emptyTable)].flatMap(({ number: task, outside = [] }) =>
    outside.map(wait => ({ task, order: wait.order, node: wait.node })),
  );
  return how % 5 === 0 ? any : (all[which % Math.max(all.length, 1)] ?? any);
}

/** As `waitBy`. */
function wantBy(order: Order, which: number, how: number): Omit<CommandOf<'goWithout'>, 'type'> {
  const any = { task: which, specification: 's1' };
  const all = [...rowsOf(order.plan?.tasks ?? emptyTable)].flatMap(({ number: task, wants = [] }) =>
    wants.map(({ specification }) => ({ task, specification })),
  );
  return how % 5 === 0 ? any : (all[which % Math.max(all.length, 1)] ?? any);
}

/** One or two changes of lines that are there, and now and then a new line. */
export function changesBy(order: Order, which: number, how: number): readonly RevisionChange[] {
  const line = 1 + (which % order.lines.size);
  const other = 1 + (how % order.lines.size);
  const specification = getRow(order.lines, line).specification ?? { id: 's0' };
  const added: CapturedLine = {
    itemId: `new-${order.version}`,
    action: 'add',
    quantity: one([1, 2], which),
    specification,
    contacts: [],
    characteristics: [{ name: 'a', value: 'x' }],
    relationships: [],
  };
  const all: readonly [RevisionChange, ...RevisionChange[]] = [
    { kind: 'characteristic', line, name: one(['a', 'b', 'c'], how), value: one(['x', 'y', 1, null], which + how) },
    { kind: 'characteristic', line, name: one(['a', 'b', 'c'], which), value: one(['x', 'y', 1, null], how) },
    ...getRow(order.lines, line).characteristics.map(
      ({ name }) => ({ kind: 'characteristic', line, name, value: null }) as const,
    ),
    { kind: 'quantity', line, value: one([1, 2, 3, 4], how) },
    { kind: 'quantity', line, value: one([1, 2, 3], which) },
    { kind: 'location', line, value: { name: one(['Harbour', 'Main Street 1'], how) } },
    { kind: 'contact', value: { name: one(['Kim', 'Robin'], how) } },
    { kind: 'requestedCompletion', value: one(['2027-03-01T00:00:00.000Z', null], how) },
    { kind: 'contacts', value: people.slice(how % 3) },
    { kind: 'contacts', line, value: people.slice(which % 3) },
    { kind: 'relatedItems', line, value: [{ type: 'reliesOn', itemId: 'svc-9' }].slice(how % 2) },
    { kind: 'addLine', line: added },
    { kind: 'addLine', line: { ...added, parent: line, ...waitingFor(getRow(order.lines, other)) } },
    {
      kind: 'addLine',
      line: {
        ...added,
        action: one(['change', 'disconnect', 'suspend', 'noChange'], how),
        serviceId: 'svc-1',
        ...(which % 2 === 0 ? { parent: line } : {}),
        ...(how % 2 === 0 ? waitingFor(getRow(order.lines, other)) : {}),
      },
    },
    { kind: 'cancelLine', line },
  ];
  const first = one(all, how + which);
  return how % 3 === 0 ? [first, { kind: 'characteristic', line: other, name: 'a', value: 'y' }] : [first];
}

const people: readonly Contact[] = [{ name: 'Kim' }, { name: 'Robin', phone: '1' }];

const waitingFor = ({ itemId }: Pick<CapturedLine, 'itemId'>): Pick<CapturedLine, 'relationships'> => ({
  relationships: [{ type: 'waitsFor', itemId, waits: true }],
});

/** Somebody picks what to give up wherever that is asked; which of them, the dice say. */
export function picksFor(order: Order, which: number): readonly { line: number; giveUp: readonly number[] }[] {
  const wanted = findPendingRevision(order)?.compensation.needsAttention ?? [];
  return wanted.map(({ line, giveUp, candidates }) => ({
    line,
    giveUp: candidates.map((_, index) => one(candidates as [number, ...number[]], index + which)).slice(0, giveUp),
  }));
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
