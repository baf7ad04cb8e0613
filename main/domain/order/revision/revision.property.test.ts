import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyTable, rowsOf } from '../../table.ts';
import type { Compensation } from '../../vocabulary/revision.ts';
import { evolve } from '../evolve.ts';
import { findPendingRevision } from './evolveRevision.ts';
import type { HappenedEvent } from '../events.ts';
import type { Order } from '../order.ts';
import { noReturnsOver } from './pointOfNoReturn.ts';
import { previewRevision } from './revision.ts';
import { getTask } from '../change.ts';
import { faultsOf } from '../testing/invariants.ts';
import { manager } from '../testing/people.ts';
import { aroundBy } from '../testing/randomAround.ts';
import { changesBy, commandOf, picksFor, wishes, type Wish } from '../testing/randomCommands.ts';
import { orders } from '../testing/randomOrders.ts';
import { approving, asking, cancelling, lastRevision, rejecting } from '../testing/revisions.ts';
import { contextOf, given, minute, type Story } from '../testing/story.ts';

/** Milliseconds: much is done here, on machines that may be busy. */
const slow = { timeout: 60_000 };
const mostDomainOrders = 60;

const anyOrder = fc.record({ from: orders, asked: wishes });
const dice = fc.record({
  which: fc.nat(200),
  how: fc.nat(200),
  isCancel: fc.integer({ min: 0, max: 5 }).map(n => n === 0),
});

const play = (start: Story, asked: readonly Wish[]): Story =>
  asked.reduce((story, wish) => {
    const { command, ...step } = commandOf(story.order, wish);
    const { after } = story.when(command, step);
    fc.pre((after.order.plan?.domainOrders.size ?? 0) <= mostDomainOrders);
    return after;
  }, start);

/** An order in progress after whatever happened, or waiting for its start, with nothing pending. */
function underWay({ from, asked }: typeof anyOrder extends fc.Arbitrary<infer T> ? T : never): Story {
  const story = play(given(from.order, from.catalog), asked);
  const pending = findPendingRevision(story.order);
  const decided = pending === undefined ? story : story.and(rejecting(pending.number));
  fc.pre(['inProgress', 'acknowledged'].includes(decided.order.state));
  return decided;
}

type Dice = typeof dice extends fc.Arbitrary<infer T> ? T : never;
const commandBy = (order: Order, { which, how, isCancel }: Dice) => {
  const override = { override: { reason: 'The director said so' } };
  return isCancel ? cancelling(override) : asking(changesBy(order, which, how), override);
};

const aroundIt = ({ which, how }: Dice) => ({ around: aroundBy(which, how, 'requestRevision') });

/** All that a request and its rejection may leave behind them is left out. */
function apartFromTheRequest({
  version: _version,
  touched: _touched,
  revisions: _revisions,
  decisions: _decisions,
  ...order
}: Order) {
  return {
    ...order,
    lines: [...rowsOf(order.lines)],
    fallouts: [...rowsOf(order.fallouts)],
    inventory: [...rowsOf(order.inventory)],
    plan: order.plan && {
      ...order.plan,
      domainOrders: [...rowsOf(order.plan.domainOrders)],
      tasks: [...rowsOf(order.plan.tasks)].map(({ touched: _by, pauses: _pauses, ...task }) => task),
    },
  };
}

test('O9 a request that is rejected leaves everything as it was', slow, () => {
  fc.assert(
    fc.property(anyOrder, dice, (drawn, how) => {
      const before = underWay(drawn);
      const { refusal, after: asked } = before.when(commandBy(before.order, how), aroundIt(how));
      fc.pre(refusal === null);
      expect(faultsOf(asked.order)).toEqual([]);
      const after = asked.and(rejecting(asked.order.revisions?.length));
      // A lag may have run out in between.
      const waits = before.order.state === 'acknowledged';
      const meanwhile = waits ? before : before.when({ type: 'passTime' }, { at: minute(asked.commands) }).after;
      expect(apartFromTheRequest(after.order)).toEqual(apartFromTheRequest(meanwhile.order));
    }),
    { numRuns: 60 },
  );
});

test('X5 the preview, the request and the approval come to the same', slow, () => {
  fc.assert(
    fc.property(anyOrder, dice, (drawn, how) => {
      const before = underWay(drawn);
      const command = commandBy(before.order, how);
      const { around } = aroundIt(how);
      const context = { ...contextOf(manager, minute(before.commands), before.catalog), ...around };
      const preview = previewRevision(before.order, command, context);
      const { refusal, after: asked } = before.when(command, { around });
      expect(preview.ok ? null : preview.error).toEqual(refusal);
      if (!preview.ok) return;
      expect(lastRevision(asked).compensation).toEqual(preview.value.compensation);
      fc.pre(preview.value.compensation.needsAttention.length === 0);
      const { after: approved, events } = asked.when(approving(asked.order.revisions?.length), { around });
      const { rows, added, canceledDomainOrders, pastNoReturn } = lastRevision(approved).compensation;
      expect({ rows, added, canceledDomainOrders, pastNoReturn }).toEqual({
        rows: preview.value.compensation.rows,
        added: preview.value.compensation.added,
        canceledDomainOrders: preview.value.compensation.canceledDomainOrders,
        pastNoReturn: preview.value.compensation.pastNoReturn,
      });
      const [first] = events;
      if (first?.type !== 'RevisionApproved') throw new Error('It was not approved');
      const { tasks, values, waiting, canceledLines } = preview.value.approved;
      expect(first.data).toMatchObject({ tasks, values, waiting, canceledLines });
    }),
    { numRuns: 60 },
  );
});

test('O10 O13 an approved change strands nothing, brings nothing canceled back, and ends what it cancels', slow, () => {
  fc.assert(
    fc.property(anyOrder, fc.array(dice, { minLength: 1, maxLength: 3 }), (drawn, changes) => {
      let story = underWay(drawn);
      for (const how of changes) {
        if (!['inProgress', 'acknowledged'].includes(story.order.state)) break;
        const { refusal, after: asked } = story.when(commandBy(story.order, how), aroundIt(how));
        if (refusal !== null) continue;
        const { after } = asked.when(
          approving(asked.order.revisions?.length, { picks: picksFor(asked.order, how.which) }),
          aroundIt(how),
        );
        fc.pre((after.order.plan?.domainOrders.size ?? 0) <= mostDomainOrders);
        fc.pre(findPendingRevision(after.order) === undefined);
        expect(faultsOf(after.order)).toEqual([]);
        const tasksOf = ({ order }: Story) => [...rowsOf(order.plan?.tasks ?? emptyTable)];
        const gone = tasksOf(asked).flatMap(({ number, state }) => (state === 'canceled' ? [number] : []));
        expect(gone.filter(number => getTask(after.order, number).state !== 'canceled')).toEqual([]);
        const doneTo = (action: Compensation) =>
          lastRevision(after).compensation.rows.flatMap(row =>
            row.action === action && row.task !== undefined ? [getTask(after.order, row.task)] : [],
          );
        expect(doneTo('undo').filter(({ undoneBy }) => undoneBy === undefined)).toEqual([]);
        expect(doneTo('cancel').filter(({ state }) => state !== 'canceled')).toEqual([]);
        story = after;
      }
    }),
    { numRuns: 60 },
  );
});

/** It touches what is past its point of no return, and nobody has said why. */
function passesSilently(order: Order, event: HappenedEvent): boolean {
  if (event.type !== 'RevisionApproved') return false;
  const past = event.data.tasks.filter(
    ({ task }) => noReturnsOver(order, [getTask(order, task).domainOrder]).length > 0,
  );
  return past.length > 0 && (findPendingRevision(order)?.override?.reason ?? '') === '';
}

test('O11 O12 U2 nothing past a point of no return is redone, taken back or canceled without an override', slow, () => {
  fc.assert(
    fc.property(anyOrder, drawn => {
      const story = play(given(drawn.from.order, drawn.from.catalog), drawn.asked);
      let order: Order | null = null;
      const silently: HappenedEvent[] = [];
      for (const event of story.log) {
        if (order !== null && passesSilently(order, event)) silently.push(event);
        order = evolve(order, event);
      }
      expect(silently).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
