import { expect, test } from 'vitest';
import type { DependencyTiming, PlanTemplate } from '../catalog/catalog.ts';
import { catalogOf, cfs, relationship, rfs, task, template } from '../catalog/testing/catalogRows.ts';
import { getTask } from './change.ts';
import { grownOrder } from './growPlan.ts';
import { faultsOf } from './testing/invariants.ts';
import { captured, line } from './testing/captures.ts';
import { agent, fulfiller } from './testing/people.ts';
import { given, minute, raise, resolve, typesOf, type Story } from './testing/story.ts';

/** The second task waits for the first by this timing. */
const pair = (timing: DependencyTiming) =>
  template('pair', [task('pour'), task('build', { after: [{ kind: 'task', task: 'pour', ...timing }] })]);

const story = (plan: PlanTemplate): Story =>
  given(
    captured([line('1', 'site')]),
    catalogOf({
      specifications: [cfs('site')],
      planTemplates: [plan],
      policies: [{ id: 'p', planTemplate: plan.id }],
    }),
  );

const approved = (timing: DependencyTiming) => story(pair(timing)).approved();
const states = (now: Story) => [1, 2].map(number => now.task(number).state);
const pass = { type: 'passTime' } as const;
const byDesk = (nth: number) => ({ by: fulfiller, at: minute(nth) });

test('O5 a task that waits for the start of another opens when that one starts', () => {
  const before = approved({ on: 'start' });
  expect(states(before)).toEqual(['open', 'draft']);
  const { events, after: started } = before.when({ type: 'startTask', task: 1 });
  expect(typesOf(events).at(-1)).toBe('TasksOpened');
  expect(states(started)).toEqual(['inProgress', 'open']);
  expect(started.task(2)).toMatchObject({ pending: 0, openedAt: minute(2) });
});

test('O5 a start lets go once: the end of the same task changes nothing for what waited for its start', () => {
  const done = approved({ on: 'start' }).started(1).started(2).done(1);
  expect(done.task(2)).toMatchObject({ state: 'inProgress', pending: 0 });
  expect(faultsOf(done.order)).toEqual([]);
});

test('O5 a task that ends without ever having started lets go of what waits for its start', () => {
  const skipped = approved({ on: 'start' }).held(1).and(resolve(1, 'skip'));
  expect(states(skipped)).toEqual(['closedComplete', 'open']);
  expect(faultsOf(skipped.order)).toEqual([]);
});

test('O5 a task whose predecessor is done waits for its lag, opens when the moment has come, and not before', () => {
  const waiting = approved({ lagMinutes: 120 })
    .started(1)
    .done(1, [], { at: minute(3) });
  expect(waiting.task(2)).toMatchObject({ state: 'scheduled', opensAt: minute(123), pending: 0 });
  expect(waiting.when(pass, byDesk(122)).refusal).toMatchObject({ code: 'NothingToChange', subject: 'order' });
  const { events, after: opened } = waiting.when(pass, byDesk(123));
  expect(typesOf(events)).toEqual(['TasksOpened']);
  expect(opened.task(2)).toMatchObject({ state: 'open', openedAt: minute(123), opensAt: undefined });
});

test('O5 a task cannot be started while its lag runs, and can once it has run out, without waiting for the desk', () => {
  const waiting = approved({ lagMinutes: 10 })
    .started(1)
    .done(1, [], { at: minute(3) });
  expect(waiting.when({ type: 'startTask', task: 2 }, { by: agent, at: minute(12) }).refusal).toEqual({
    code: 'StillWaiting',
    id: 'TASK0000421-2',
    on: ['TASK0000421-1 Do pour'],
  });
  const { events } = waiting.when({ type: 'startTask', task: 2 }, { by: agent, at: minute(13) });
  expect(typesOf(events)).toEqual(['TaskAssigned', 'TasksOpened', 'TaskStarted']);
});

test('O5 a lag may run from a start', () => {
  const waiting = approved({ on: 'start', lagMinutes: 30 }).started(1);
  expect(waiting.task(2)).toMatchObject({ state: 'scheduled', opensAt: minute(32) });
  expect(waiting.and(pass, byDesk(40)).task(2).state).toBe('open');
});

test('O5 of several lags the last one counts', () => {
  const plan = template('three', [
    task('pour'),
    task('paint'),
    task('build', {
      after: [
        { kind: 'task', task: 'pour', lagMinutes: 60 },
        { kind: 'task', task: 'paint', lagMinutes: 5 },
      ],
    }),
  ]);
  const waiting = story(plan).approved().started(1).done(1).started(2).done(2);
  expect(waiting.task(3)).toMatchObject({ state: 'scheduled', opensAt: minute(63) });
});

test('O5 a task that raised a fallout while its lag ran goes back to waiting, or opens when the moment is past', () => {
  const held = approved({ lagMinutes: 10 })
    .started(1)
    .done(1, [], { at: minute(3) })
    .and(raise(2));
  expect(held.task(2)).toMatchObject({ state: 'onHold', hold: { restore: 'scheduled' } });
  expect(held.when(pass, byDesk(20)).refusal).toMatchObject({ code: 'NothingToChange' });
  expect(held.and(resolve(1, 'retry'), byDesk(5)).task(2)).toMatchObject({ state: 'scheduled', opensAt: minute(13) });
  expect(held.and(resolve(1, 'retry'), byDesk(20)).task(2).state).toBe('open');
});

test('O5 a lag between domain orders holds all tasks of the second, which qualifies when it has run out', () => {
  const catalog = catalogOf({
    specifications: [cfs('site'), rfs('base'), rfs('mast')],
    relationships: [
      relationship('realizedAs', 'site', 'base', { order: 1 }),
      relationship('realizedAs', 'site', 'mast', { order: 2 }),
    ],
    planTemplates: [
      template('pour', [task('pour')]),
      template(
        'build',
        [task('raise'), task('paint')],
        [{ kind: 'specification', specification: 'base', lagMinutes: 60 }],
      ),
    ],
    policies: [
      { id: 'p1', specification: 'base', planTemplate: 'pour' },
      { id: 'p2', specification: 'mast', planTemplate: 'build' },
    ],
  });
  const poured = given(captured([line('1', 'site')]), catalog)
    .approved()
    .started(1)
    .done(1);
  expect(poured.domainOrder(3).state).toBe('draft');
  expect([2, 3].map(number => poured.task(number))).toMatchObject([
    { state: 'scheduled', opensAt: minute(63) },
    { state: 'scheduled', opensAt: minute(63) },
  ]);
  const { events, after: built } = poured.when(pass, byDesk(63));
  expect(typesOf(events)).toEqual(['DomainOrderQualified', 'TasksOpened']);
  expect(built.domainOrder(3).state).toBe('qualified');
  expect(faultsOf(built.order)).toEqual([]);
});

test('O5 a domain order qualifies when its own lag has run out, though its tasks go on waiting for something else', () => {
  const catalog = catalogOf({
    specifications: [cfs('site'), rfs('base'), rfs('mast'), rfs('cable')],
    relationships: ['base', 'mast', 'cable'].map((target, at) =>
      relationship('realizedAs', 'site', target, { order: at + 1 }),
    ),
    planTemplates: [
      template('work', [task('work')]),
      template(
        'build',
        [task('raise', { after: [{ kind: 'specification', specification: 'cable' }] })],
        [{ kind: 'specification', specification: 'base', lagMinutes: 60 }],
      ),
    ],
    policies: [
      ...['base', 'cable'].map(specification => ({ id: specification, specification, planTemplate: 'work' })),
      { id: 'mast', specification: 'mast', planTemplate: 'build' },
    ],
  });
  const poured = given(captured([line('1', 'site')]), catalog)
    .approved()
    .started(1)
    .done(1);
  expect([poured.domainOrder(3).state, poured.task(2).state]).toEqual(['draft', 'draft']);
  expect(poured.when(pass, byDesk(62)).refusal).toMatchObject({ code: 'NothingToChange' });
  const { events, after: cured } = poured.when(pass, byDesk(63));
  expect(typesOf(events)).toEqual(['DomainOrderQualified']);
  expect([cured.domainOrder(3).state, cured.task(2).state]).toEqual(['qualified', 'draft']);
  expect(faultsOf(cured.order, minute(63))).toEqual([]);
  expect(cured.when(pass, byDesk(64)).refusal).toMatchObject({ code: 'NothingToChange' });
  expect(cured.started(3).done(3).task(2).state).toBe('open');
});

test('O5 what waits for the start of a domain order opens with the first task under way in it, or below it', () => {
  const catalog = catalogOf({
    specifications: [cfs('site'), rfs('base'), rfs('watch')],
    relationships: [
      relationship('realizedAs', 'site', 'base', { order: 1 }),
      relationship('realizedAs', 'site', 'watch', { order: 2 }),
    ],
    planTemplates: [
      template('pour', [task('dig'), task('pour')]),
      template('guard', [task('guard', { after: [{ kind: 'specification', specification: 'base', on: 'start' }] })]),
    ],
    policies: [
      { id: 'p1', specification: 'base', planTemplate: 'pour' },
      { id: 'p2', specification: 'watch', planTemplate: 'guard' },
    ],
  });
  const open = given(captured([line('1', 'site')]), catalog).approved();
  expect(open.task(3).state).toBe('draft');
  const begun = open.started(2);
  expect(begun.task(3).state).toBe('open');
  expect(begun.started(1).task(3)).toMatchObject({ state: 'open', pending: 0 });
});

const later = '2026-11-30T06:00:00.000Z';
const plannedFor = (at: string) =>
  given(captured([line('1', 'internet'), line('2', 'internet', { action: 'noChange' })])).and({
    type: 'approve',
    startAt: at,
  });

test('A7 an order approved for later does nothing until its moment, and then what approval would have done', () => {
  const planned = plannedFor(later);
  expect(planned.order).toMatchObject({ state: 'acknowledged', startsAt: later });
  expect(planned.when(pass, { by: fulfiller, at: '2026-11-30T05:59:59.999Z' }).refusal?.code).toBe('NothingToChange');
  const { events, after: begun } = planned.when(pass, { by: fulfiller, at: later });
  expect(typesOf(events)).toEqual(['OrderStarted', 'DomainOrderQualified', 'TasksOpened', 'LineCompleted']);
  expect(begun.order).toMatchObject({ state: 'inProgress', startsAt: undefined, actualStart: later });
  expect(begun.task(4)).toMatchObject({ state: 'open', openedAt: later });
  expect(faultsOf(begun.order)).toEqual([]);
});

test('A7 somebody who may approve can start it at once, and then it does not start again', () => {
  const planned = plannedFor(later);
  expect(planned.when({ type: 'startNow' }, { by: agent }).refusal).toMatchObject({ code: 'NotPermitted' });
  const begun = planned.and({ type: 'startNow' });
  expect(begun.order.state).toBe('inProgress');
  expect(begun.when(pass, { by: fulfiller, at: later }).refusal?.code).toBe('NothingToChange');
  expect(begun.when({ type: 'startNow' }).refusal).toMatchObject({ code: 'NothingToChange', subject: 'order' });
});

test('A7 nothing of an order can be worked on, held or ended before it starts', () => {
  const planned = plannedFor(later);
  expect(planned.when({ type: 'startTask', task: 4 }).refusal).toMatchObject({ code: 'WrongState', subject: 'order' });
  expect(planned.when(raise(4)).refusal).toMatchObject({ code: 'WrongState', subject: 'order', found: 'acknowledged' });
  expect(faultsOf(planned.order)).toEqual([]);
});

test('O5 the lag after a part that was done before its follower was planned counts from when it was done', () => {
  const done = approved({ lagMinutes: 10 })
    .started(1)
    .done(1, [], { at: minute(3) });
  const { title, durationMinutes, fields, plannedStart, plannedEnd, domainOrder } = done.task(2);
  const addition = {
    domainOrders: [],
    tasks: [{ key: 'inspect', title, durationMinutes, fields, plannedStart, plannedEnd, domainOrder }],
    dependencies: [{ before: 'T1', after: 'T3', lagMinutes: 60 } as const],
    trace: { entries: [], mappings: [] },
  };
  const event = {
    type: 'TargetsReconsidered',
    v: 1,
    data: addition,
    version: 99,
    at: minute(30),
    by: 'agent',
  } as const;
  const grown = grownOrder(done.order, addition, event);
  expect(getTask(grown, 3)).toMatchObject({ pending: 0, freeAt: minute(63) });
});
