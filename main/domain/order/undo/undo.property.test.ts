/** Whatever was done before: taken back at once an action leaves the order as it was, later one in which every rule holds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyTable, listRows, tableOf } from '../../table.ts';
import { getFallout } from '../change.ts';
import { evolve } from '../evolve.ts';
import type { HappenedEvent } from '../events.ts';
import type { Order } from '../order.ts';
import type { agent } from '../testing/people.ts';
import { faultsOf } from '../testing/invariants.ts';
import { commandOf, wishes, type Wish } from '../testing/randomCommands.ts';
import { orders } from '../testing/randomOrders.ts';
import { given, type Story } from '../testing/story.ts';
import { takeBack, withoutHistory } from '../testing/takeBack.ts';

const undoableCommands = [
  'claimTask',
  'assignTask',
  'releaseTask',
  'startTask',
  'recordValues',
  'completeTask',
  'pauseTask',
  'resumeTask',
  'raiseFallout',
  'proposeEnd',
  'withdrawEnd',
  'escalateTask',
  'withdrawEscalation',
  'skipTask',
];

type Deed = { readonly before: Story; readonly after: Story; readonly by: typeof agent };

/** Plays all wishes; gives the story and what of it was of the kinds that can be taken back. */
function play(start: Story, asked: readonly Wish[]): { readonly now: Story; readonly deeds: readonly Deed[] } {
  const deeds: Deed[] = [];
  const now = asked.reduce((story, wish) => {
    const { command, by, around = {} } = commandOf(story.order, wish);
    const { after, refusal } = story.when(command, { by, around });
    fc.pre((after.order.plan?.domainOrders.size ?? 0) <= 60);
    if (refusal === null && undoableCommands.includes(command.type)) deeds.push({ before: story, after, by });
    return after;
  }, start);
  return { now, deeds };
}

/** As if the fallouts that were taken back had never been raised. */
function withoutWithdrawn(order: Order): unknown {
  const stands = (number: number): boolean => getFallout(order, number).state !== 'canceled';
  const tasks = listRows(order.plan?.tasks ?? emptyTable);
  const cleared = tasks.map(task => ({ ...task, fallouts: task.fallouts.filter(stands) }));
  return withoutHistory({
    ...order,
    fallouts: tableOf(listRows(order.fallouts).filter(({ number }) => stands(number))),
    ...(order.plan !== undefined && { plan: { ...order.plan, tasks: tableOf(cleared) } }),
  });
}

const anyOrder = fc.record({ from: orders, asked: wishes });
const slow = { timeout: 60_000 };

test(
  'X8 an action taken back at once leaves the order as it was, whatever was done before; also from the log',
  slow,
  () => {
    fc.assert(
      fc.property(anyOrder, ({ from, asked }) => {
        const { deeds } = play(given(from.order, from.catalog), asked);
        const tried = deeds.map(deed => ({ ...deed, back: takeBack({ now: deed.after, action: deed, by: deed.by }) }));
        const why = tried.flatMap(({ back }) => (back.refusal?.code === 'CannotUndo' ? [back.refusal.why] : []));
        expect(why.filter(reason => reason !== 'notUndoable')).toEqual([]);
        const undone = tried.filter(({ back }) => back.refusal === null);
        // Before anything opens because its time has come meanwhile.
        const putBack = undone.map(({ after, back }) =>
          back.after.log.slice(after.log.length, after.log.length + 1).reduce<Order>(evolve, after.order),
        );
        expect(putBack.map(withoutWithdrawn)).toEqual(undone.map(({ before }) => withoutWithdrawn(before.order)));
        const folded = undone.map(({ back }) => {
          const log = JSON.parse(JSON.stringify(back.after.log)) as HappenedEvent[];
          return log.reduce<Order | null>(evolve, null);
        });
        expect(folded).toStrictEqual(undone.map(({ back }) => back.after.order));
      }),
      { numRuns: 60 },
    );
  },
);

test('X8 an action that is taken back later leaves an order in which every rule holds', slow, () => {
  fc.assert(
    fc.property(anyOrder, ({ from, asked }) => {
      const { now, deeds } = play(given(from.order, from.catalog), asked);
      const undone = deeds
        .map(({ by, ...action }) => takeBack({ now, action, by }))
        .filter(({ refusal }) => refusal === null);
      expect(undone.flatMap(({ after }) => faultsOf(after.order))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
