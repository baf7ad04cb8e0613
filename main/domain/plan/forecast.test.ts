import { expect, test } from 'vitest';
import { captured, line } from '../order/testing/captures.ts';
import { tasks } from '../order/testing/catalogs.ts';
import { given, minute, type Story } from '../order/testing/story.ts';
import { workCalendar } from '../policy/calendar.ts';
import { taskId } from '../vocabulary/node.ts';
import { expectedMinutes, learn, nothingLearned, remainingMinutes, stepOf, type HistoryOf } from './forecast.ts';
import { outlookOf, whatIf } from './outlook.ts';
import { factsOfPart } from './planNode.ts';
import { planGraph } from './planTree.ts';
import { viewPlan } from './planView.ts';
import type { PlanKey } from './planKey.ts';
import type { Conditions } from './remainingWork.ts';
import { conditionsAt } from './testing/conditions.ts';

/** Shipping, then the survey, the installation and the check, an hour each; approved at 08:01. */
const order = given(captured([line('a', 'internet')])).approved();

const viewAt = (story: Story, now: string, parts: Partial<Conditions> = {}) =>
  viewPlan(story.order, conditionsAt(now, parts));
const datesAt = (story: Story, key: PlanKey, now: string, parts: Partial<Conditions> = {}) =>
  factsOfPart(viewAt(story, now, parts), key);
const times = (story: Story, key: PlanKey, now: string, parts: Partial<Conditions> = {}) => {
  const { estimatedStart, estimatedEnd } = datesAt(story, key, now, parts);
  return [estimatedStart, estimatedEnd].map(at => at?.slice(11, 16));
};

test('T7 a plan just approved is estimated as it was planned, and its baseline is its plan', () => {
  const dates = datesAt(order, 'order', minute(1));
  expect(dates).toMatchObject({
    plannedStart: minute(1),
    plannedEnd: minute(241),
    baselineStart: minute(1),
    baselineEnd: minute(241),
    estimatedStart: minute(1),
    estimatedEnd: minute(241),
  });
  expect(times(order, `T${tasks.install}`, minute(1))).toEqual(['10:01', '11:01']);
});

/** The order at 08:01, then the first start at 08:10. */
const keys = ['order', 'S1', 'L1', 'D3', `T${tasks.ship}`] as const;
const actual = (story: Story, key: PlanKey, now: string) => {
  const { actualStart, actualEnd } = datesAt(story, key, now);
  return [actualStart, actualEnd].map(at => at?.slice(11, 16) ?? null);
};

test('T7 what has ended shows its actual dates, on the task and on every part above it', () => {
  const begun = order.started(tasks.ship, { at: minute(10) });
  expect(keys.map(key => actual(begun, key, minute(20)))).toEqual([
    ['08:01', null],
    ['08:10', null],
    ['08:10', null],
    ['08:10', null],
    ['08:10', null],
  ]);
  const story = begun.done(tasks.ship, [], { at: minute(40) });
  expect(keys.map(key => actual(story, key, minute(50)))).toEqual([
    ['08:01', null],
    ['08:10', null],
    ['08:10', null],
    ['08:10', '08:40'],
    ['08:10', '08:40'],
  ]);
  const all = story
    .done(tasks.survey, [], { at: minute(60) })
    .done(tasks.install, [{ name: 'serial', value: 'SN' }], { at: minute(61) })
    .done(tasks.check, [], { at: minute(62) });
  for (const key of ['order', 'S1', 'L1', 'D1'] as const) {
    expect([key, actual(all, key, minute(90))[1]]).toEqual([key, '09:02']);
    expect([key, times(all, key, minute(90))]).toEqual([key, actual(all, key, minute(90))]);
  }
});

test('O16 what has ended is estimated as it was, and what comes after it from there', () => {
  const story = order.started(tasks.ship, { at: minute(10) }).done(tasks.ship, [], { at: minute(40) });
  expect(times(story, `T${tasks.ship}`, minute(50))).toEqual(['08:10', '08:40']);
  expect(times(story, 'D3', minute(50))).toEqual(['08:10', '08:40']);
  expect(times(story, 'L1', minute(50))).toEqual(['08:10', '11:50']);
  expect(datesAt(story, `T${tasks.ship}`, minute(50)).slackMinutes).toBeNull();
});

const proposing = (task: number, end: string) =>
  ({ type: 'proposeEnd', task, end, reason: 'The supplier said so' }) as const;

test('O16 a late task, and one whose end somebody proposed, dates its successors, its line and its order anew', () => {
  const late = order.started(tasks.ship, { at: minute(2) });
  // An hour was planned; two have passed.
  expect(times(late, `T${tasks.ship}`, minute(121))).toEqual(['08:02', '10:01']);
  expect(times(late, `T${tasks.survey}`, minute(121))).toEqual(['10:01', '11:01']);
  const dated = late.and(proposing(tasks.ship, minute(300)));
  expect(times(dated, `T${tasks.ship}`, minute(121))).toEqual(['08:02', '13:00']);
  expect(times(dated, `T${tasks.survey}`, minute(121))).toEqual(['13:00', '14:00']);
  for (const key of ['D1', 'L1', 'S1', 'order'] as const) {
    expect([key, datesAt(late, key, minute(121)).estimatedEnd]).toEqual([key, minute(301)]);
    expect([key, datesAt(dated, key, minute(121)).estimatedEnd]).toEqual([key, minute(480)]);
    expect(datesAt(dated, key, minute(121)).plannedEnd).toBe(minute(241));
  }
});

test('O16 a proposed end takes the place of the estimate, earlier too, until it is withdrawn', () => {
  const waiting = order.and(proposing(tasks.ship, minute(300)), { at: minute(2) });
  expect(times(waiting, `T${tasks.ship}`, minute(2))).toEqual(['08:02', '13:00']);
  const earlier = order.started(tasks.ship, { at: minute(2) }).and(proposing(tasks.ship, minute(12)));
  expect(times(earlier, `T${tasks.ship}`, minute(5))).toEqual(['08:02', '08:12']);
  expect(datesAt(earlier, 'order', minute(5)).estimatedEnd).toBe(minute(192));
  const withdrawn = earlier.and({ type: 'withdrawEnd', task: tasks.ship });
  expect(datesAt(withdrawn, 'order', minute(5)).estimatedEnd).toBe(minute(242));
});

test('O16 a proposed end is never in the past, nor before the task can start', () => {
  const passed = order.and(proposing(tasks.ship, minute(20)), { at: minute(2) });
  expect(times(passed, `T${tasks.ship}`, minute(50))).toEqual(['08:50', '08:50']);
  const early = order.and(proposing(tasks.install, minute(20)), { at: minute(2) });
  expect(times(early, `T${tasks.install}`, minute(2))).toEqual(['10:02', '10:02']);
});

test('O15 O16 a proposed end past the promised date puts the line and the order in jeopardy, and nothing else does', () => {
  const promised = given(captured([line('a', 'internet')], { requestedCompletion: minute(400) })).approved();
  const late = promised.and(proposing(tasks.ship, minute(300)), { at: minute(2) });
  for (const key of ['L1', 'order'] as const) {
    expect(datesAt(promised, key, minute(2)).jeopardy).not.toBe('critical');
    expect(datesAt(late, key, minute(2)).jeopardy).toBe('critical');
  }
});

test('O4 O16 what a task with a proposed end came after has slack until that end', () => {
  const story = order.and(proposing(tasks.survey, minute(600)), { at: minute(2) });
  expect(datesAt(story, `T${tasks.ship}`, minute(2)).slackMinutes).toBe(600 - 62);
  expect(datesAt(story, `T${tasks.survey}`, minute(2)).slackMinutes).toBe(0);
  const { criticalPath } = outlookOf(viewAt(story, minute(2)), conditionsAt(minute(2)));
  expect(criticalPath.map(({ key }) => key)).toEqual([tasks.survey, tasks.install, tasks.check].map(taskId));
});

test('O16 X6 at a moment of the past a proposal is there as it was then', () => {
  const story = order.and(proposing(tasks.ship, minute(300)), { at: minute(2) });
  expect(datesAt(order, 'order', minute(3)).estimatedEnd).toBe(minute(243));
  expect(datesAt(story, 'order', minute(3)).estimatedEnd).toBe(minute(480));
  const then = whatIf(viewAt(order, minute(3)), conditionsAt(minute(3)), {
    task: tasks.ship,
    end: Date.parse(minute(300)),
  });
  expect(then.estimatedEnd).toBe(minute(480));
});

test('O16 what nobody has started begins now at the earliest', () => {
  expect(times(order, `T${tasks.ship}`, minute(90))).toEqual(['09:30', '10:30']);
});

test('O16 a held task does not run down: what was left when it stopped is still left', () => {
  const held = order.started(tasks.ship, { at: minute(2) }).held(tasks.ship, {}, { at: minute(32) });
  expect(times(held, `T${tasks.ship}`, minute(32))).toEqual(['08:02', '09:02']);
  expect(times(held, `T${tasks.ship}`, minute(600))).toEqual(['08:02', '18:30']);
});

test('O16 work goes on in the hours of its team, and not at night', () => {
  const office = workCalendar({
    zone: 'UTC',
    hours: [1, 2, 3, 4, 5].map(day => ({ day, from: '08:00', to: '09:00' })),
    closed: [],
  });
  const calendarOf: Conditions['calendarOf'] = () => office;
  const { estimatedEnd } = datesAt(order, 'order', minute(0), { calendarOf });
  // One hour a day: shipping on Monday, the check on Thursday.
  expect(estimatedEnd).toBe('2026-11-26T09:00:00.000Z');
  expect(datesAt(order, `T${tasks.ship}`, minute(0), { calendarOf }).critical).toBe(true);
});

const p50 =
  (p50Minutes: number, overrun = 1): HistoryOf =>
  step =>
    step === 'ship/ship' ? { p50Minutes, overrun, samples: 20 } : undefined;

test('O16 steps are expected to take as long as half of their kind took', () => {
  expect(times(order, `T${tasks.ship}`, minute(1), { historyOf: p50(90) })).toEqual(['08:01', '09:31']);
  expect(viewAt(order, minute(1), { historyOf: p50(90) }).schedule?.learnedFrom).toBe(20);
  expect(viewAt(order, minute(1)).schedule?.learnedFrom).toBe(0);
});

test('O16 what has run past its time is expected to run on as others did', () => {
  const running = order.started(tasks.ship, { at: minute(2) });
  // 120 of 60 minutes have passed; late ones took half as long again.
  expect(times(running, `T${tasks.ship}`, minute(122), { historyOf: p50(60, 1.5) })).toEqual(['08:02', '11:02']);
});

test('O16 a kind of step is learned from only when enough of it were finished, and by halves while they are few', () => {
  expect(learn([30, 40, 50, 60])).toBeUndefined();
  expect(learn([60, 20, 40, 100, 30])).toEqual({ p50Minutes: 40, overrun: 1.5, samples: 5 });
  expect(learn([60, 20, 0, 0.4, 40])).toBeUndefined();
  expect(nothingLearned('ship/ship')).toBeUndefined();
  expect(stepOf({ specification: 's' }, { key: 'k' })).toBe('s/k');
  expect(expectedMinutes(60, undefined)).toBe(60);
  expect(expectedMinutes(60, { p50Minutes: 100, overrun: 1, samples: 5 })).toBe(70);
  expect(expectedMinutes(60, { p50Minutes: 100, overrun: 1, samples: 20 })).toBe(100);
  expect(expectedMinutes(60, { p50Minutes: 100, overrun: 1, samples: 200 })).toBe(100);
  expect(remainingMinutes(60, 0, undefined)).toBe(60);
  expect(remainingMinutes(60, 90, undefined)).toBe(0);
});

test('O4 the outlook tells the longest way to the end, how far it is, and what was promised', () => {
  const story = order.started(tasks.ship, { at: minute(2) }).done(tasks.ship, [], { at: minute(92) });
  const outlook = outlookOf(viewAt(story, minute(100)), conditionsAt(minute(100)));
  expect(outlook).toEqual({
    at: minute(100),
    start: minute(1),
    baselineEnd: minute(241),
    plannedEnd: minute(241),
    estimatedEnd: minute(280),
    atEarliest: false,
    actualEnd: null,
    committedDueDate: '2027-01-31T00:00:00.000Z',
    jeopardy: 'low',
    progress: { done: 60, total: 240 },
    tasks: { ended: 1, total: 4 },
    criticalPath: [tasks.survey, tasks.install, tasks.check].map(task => ({
      key: taskId(task),
      title: story.task(task).title,
    })),
    learnedFrom: 0,
  });
});

test('O4 a branch beside the longest one may slip, and only what is on the longest one is drawn critical', () => {
  const two = given(captured([line('a', 'internet'), line('b', 'voice')])).approved();
  const view = viewAt(two, minute(1));
  // The other line is one task of an hour beside four.
  expect(factsOfPart(view, 'L2')).toMatchObject({ slackMinutes: 180, critical: false });
  expect(factsOfPart(view, 'L1')).toMatchObject({ slackMinutes: 0, critical: true });
  expect(factsOfPart(view, 'order')).toMatchObject({ slackMinutes: 0, critical: true });
  const critical = planGraph(view, 'order').edges.filter(edge => edge.critical);
  expect(critical.map(({ before, after }) => `${before} ${after}`)).toEqual(['D3 D2', 'D2 T1', 'T2 T3']);
});

test('O4 what if a task ended at another time: the end of the order then, and nothing is changed', () => {
  const view = viewAt(order, minute(1));
  const ask = (task: number, end: string) => whatIf(view, conditionsAt(minute(1)), { task, end: Date.parse(end) });
  expect(ask(tasks.ship, minute(121))).toEqual({ estimatedEnd: minute(301), was: minute(241), slackMinutes: 0 });
  expect(ask(tasks.ship, minute(31)).estimatedEnd).toBe(minute(211));
  // Nothing ends in the past that has not ended yet.
  expect(ask(tasks.ship, '2020-01-01T00:00:00.000Z').estimatedEnd).toBe(minute(181));
});

test('without knowing what time it is a plan tells what is and nothing of what will be', () => {
  expect(factsOfPart(viewPlan(order.order), 'order')).toMatchObject({
    plannedEnd: minute(241),
    estimatedEnd: null,
    slackMinutes: null,
    critical: false,
    jeopardy: 'none',
    progress: { done: 0, total: 240 },
  });
});
