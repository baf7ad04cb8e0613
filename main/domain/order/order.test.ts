import fc from 'fast-check';
import { expect, test } from 'vitest';
import { theDesk } from '../people/desk.ts';
import { decide } from './decide.ts';
import type { HappenedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Order } from './order.ts';
import { hasOrderEnded } from '../vocabulary/states.ts';
import { faultsOf, movedAfterTheirEnd } from './testing/invariants.ts';
import { everyone } from './testing/people.ts';
import { nextStep } from './testing/nextStep.ts';
import { commandOf, wishes, type Wish } from './testing/randomCommands.ts';
import { orders } from './testing/randomOrders.ts';
import { contextOf, given, minute, Story } from './testing/story.ts';

/** Milliseconds: much is done here, on machines that may be busy. */
const slow = { timeout: 60_000 };
const runs = { numRuns: 100 };
const mostDomainOrders = 60;

/** Asks one wish after the other and calls back after each accepted one; orders that grow too large to recount are left out. */
function play(start: Story, asked: readonly Wish[], after: (before: Story, now: Story) => void): Story {
  return asked.reduce((story, wish) => {
    const { command, ...step } = commandOf(story.order, wish);
    const { refusal, events, after: now } = story.when(command, step);
    expect(events.length > 0).toBe(refusal === null);
    fc.pre((now.order.plan?.domainOrders.size ?? 0) <= mostDomainOrders);
    if (refusal === null) after(story, now);
    return now;
  }, start);
}

const fold = (log: readonly HappenedEvent[]): Order | null => log.reduce<Order | null>(evolve, null);
const anyOrder = fc.record({ from: orders, asked: wishes });

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

test('whatever is asked by whomever, every rule of an order holds after every command', slow, () => {
  fc.assert(
    fc.property(anyOrder, ({ from, asked }) => {
      play(given(from.order, from.catalog), asked, (_before, now) => {
        expect(faultsOf(now.order)).toEqual([]);
      });
    }),
    runs,
  );
});

test('O5 once the desk has said that time has passed, nothing waits for an earlier moment', slow, () => {
  fc.assert(
    fc.property(anyOrder, fc.nat(60), ({ from, asked }, more) => {
      const story = play(given(from.order, from.catalog), asked, () => undefined);
      const at = minute(story.commands + more);
      const { after } = story.when({ type: 'passTime' }, { by: theDesk, at });
      expect(faultsOf(after.order, at)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('nothing moves after its end', slow, () => {
  fc.assert(
    fc.property(anyOrder, ({ from, asked }) => {
      play(given(from.order, from.catalog), asked, (before, now) => {
        // Only an approved change may take up again what had ended.
        const isChange = now.log.slice(before.log.length).some(({ type }) => type === 'RevisionApproved');
        expect(isChange ? [] : movedAfterTheirEnd(before.order, now.order)).toEqual([]);
      });
    }),
    runs,
  );
});

test(
  'folding the events gives the order that was decided on, also after a way through JSON, and every prefix folds',
  slow,
  () => {
    fc.assert(
      fc.property(anyOrder, ({ from, asked }) => {
        const story = play(given(from.order, from.catalog), asked, () => undefined);
        const log = freeze(structuredClone(story.log));
        let order: Order | null = null;
        for (const event of log) order = freeze(evolve(order, event));
        expect(order).toStrictEqual(story.order);
        expect(fold(JSON.parse(JSON.stringify(log)) as HappenedEvent[])).toStrictEqual(story.order);
      }),
      runs,
    );
  },
);

test('deciding touches neither the order nor the command, and the same question has the same answer', slow, () => {
  fc.assert(
    fc.property(anyOrder, ({ from, asked }) => {
      const start = given(from.order, from.catalog);
      let story = new Story(freeze(start.order), start.log, start.catalog, start.commands);
      for (const wish of asked) {
        const { command, ...step } = freeze(commandOf(story.order, wish));
        const at = step.at ?? minute(story.commands);
        const context = { ...contextOf(step.by, at, story.catalog), ...step.around };
        const decided = decide(story.order, command, context);
        expect(decide(story.order, command, context)).toEqual(decided);
        const { after } = story.when(command, step);
        fc.pre((after.order.plan?.domainOrders.size ?? 0) <= mostDomainOrders);
        story = new Story(freeze(after.order), after.log, after.catalog, after.commands);
      }
    }),
    runs,
  );
});

const tasksOf = ({ order }: Story): number => order.plan?.tasks.size ?? 0;

test('there is always something somebody can do, until the order has ended', slow, () => {
  fc.assert(
    fc.property(anyOrder, fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), ({ from, asked }, dice) => {
      let story = play(given(from.order, from.catalog), asked, () => undefined);
      fc.pre(story.order.plan !== undefined);
      // Each task may have to be waited for, started and completed, and may bring others with it.
      const steps = () => 9 * (1 + tasksOf(story)) + story.order.fallouts.size;
      for (let step = 0; step <= steps() && !hasOrderEnded(story.order.state); step += 1) {
        const next = nextStep(story.order, dice[step % dice.length] ?? 0);
        if (next === undefined) throw new Error(`Stuck with ${JSON.stringify(story.order.counts)}`);
        const { command, ...how } = next;
        story = story.and(command, how);
      }
      expect(hasOrderEnded(story.order.state)).toBe(true);
      expect(story.order.counts.tasks).toEqual({ ended: tasksOf(story), total: tasksOf(story) });
      expect(faultsOf(story.order)).toEqual([]);
    }),
    runs,
  );
});

test('an order that has ended takes notes and nothing else', slow, () => {
  fc.assert(
    fc.property(anyOrder, wishes, ({ from, asked }, more) => {
      let story = play(given(from.order, from.catalog), asked, () => undefined);
      fc.pre(story.order.plan !== undefined);
      for (let next = nextStep(story.order, 0); next !== undefined; next = nextStep(story.order, 0)) {
        const { command, ...how } = next;
        story = story.and(command, how);
      }
      const accepted = more.flatMap(wish =>
        everyone.flatMap(by => {
          const { command, around = {} } = commandOf(story.order, wish);
          return story.when(command, { by, around }).refusal === null ? [command.type] : [];
        }),
      );
      expect(accepted.filter(type => type !== 'addNote')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a note by anybody never changes what an order is', slow, () => {
  fc.assert(
    fc.property(anyOrder, ({ from, asked }) => {
      const story = play(given(from.order, from.catalog), asked, () => undefined);
      const noted = story.and({ type: 'addNote', subject: 'order', kind: 'work', text: 'Seen' });
      expect(noted.order).toStrictEqual({ ...story.order, version: story.order.version + 1 });
    }),
    { numRuns: 60 },
  );
});
