import { expect, test } from 'vitest';
import { defaultPolicy, type Policy } from '../policy/policy.ts';
import { captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { agent, fulfiller, manager, otherAgent, viewer } from './testing/people.ts';
import { given, minute, resolve, typesOf, type Story } from './testing/story.ts';
import { takeBack, withoutHistory } from './testing/takeBack.ts';

const running = () => given(captured([line('a', 'internet')], { priority: 'moderate' })).approved();
const toFulfiller = { kind: 'person', id: 'fulfiller' } as const;
const toStock = { kind: 'group', id: 'stock' } as const;
const escalating = (to: typeof toFulfiller | typeof toStock = toFulfiller, reason = 'They call every day') =>
  ({ type: 'escalateTask', task: tasks.ship, to, reason }) as const;
const withdrawing = { type: 'withdrawEscalation', task: tasks.ship } as const;
const escalated = (story: Story) => story.and(escalating(), { by: agent, at: minute(30) });

test('T6 an escalated task is one level more urgent, and keeps to whom, by whom, when and why', () => {
  const { events, after } = running().when(escalating(), { by: agent, at: minute(30) });
  expect(typesOf(events)).toEqual(['TaskEscalated']);
  expect(after.task(tasks.ship)).toMatchObject({
    priority: 'high',
    escalation: { to: toFulfiller, reason: 'They call every day', by: 'agent', at: minute(30), from: 'moderate' },
  });
  const withdrawn = after.and(withdrawing, { by: agent }).task(tasks.ship);
  expect([withdrawn.priority, withdrawn.escalation]).toEqual(['moderate', undefined]);
});

test('T6 escalated to somebody else a task is not raised again, and a critical one stays critical', () => {
  const again = escalated(running()).and(escalating(toStock), { by: agent });
  expect(again.task(tasks.ship)).toMatchObject({ priority: 'high', escalation: { to: toStock, from: 'moderate' } });
  const critical = given(captured([line('a', 'internet')], { priority: 'critical' })).approved();
  expect(escalated(critical).task(tasks.ship)).toMatchObject({
    priority: 'critical',
    escalation: { from: 'critical' },
  });
});

test('T6 an escalation ends with its task, which then has the priority of its line', () => {
  const story = escalated(running());
  const ends = [
    story.done(tasks.ship),
    story.held(tasks.ship).and(resolve(1, 'cancelBranch')),
    story.and({ type: 'skipTask', task: tasks.ship, reason: 'They have one' }),
  ];
  for (const { task } of ends) {
    expect([task(tasks.ship).priority, task(tasks.ship).escalation]).toEqual(['moderate', undefined]);
  }
});

test('T6 a priority computed anew is raised in its turn', () => {
  const table = { weight: 1, ranks: {}, otherwise: 100 };
  const policy: Policy = { ...defaultPolicy, priority: { ...defaultPolicy.priority, orderType: table } };
  const asked = escalated(running()).and({
    type: 'requestRevision',
    operation: 'update',
    reason: 'More',
    changes: [{ kind: 'contact', value: { name: 'Robin' } }],
  });
  const changed = asked.and({ type: 'approveRevision', revision: 1 }, { around: { policy } });
  const { priority } = changed.line(1);
  expect(priority).toBeDefined();
  expect(changed.task(tasks.ship).escalation?.from).toBe(priority?.priority);
  expect(changed.and(withdrawing).task(tasks.ship).priority).toBe(priority?.priority);
});

test('a task is escalated for a reason, to somebody else who is there, and not twice the same', () => {
  const story = running();
  const refused = (command: Parameters<Story['when']>[0], of = story) => of.when(command, { by: agent }).refusal;
  expect(refused(escalating(toFulfiller, ' '))).toMatchObject({ code: 'FieldMissing', fields: ['reason'] });
  expect(refused({ ...escalating(), to: { kind: 'person', id: 'ghost' } })).toMatchObject({ subject: 'person' });
  expect(refused({ ...escalating(), to: { kind: 'group', id: 'ghosts' } })).toMatchObject({ subject: 'group' });
  expect(refused({ ...escalating(), to: { kind: 'person', id: 'agent' } })).toMatchObject({ expected: 'otherPerson' });
  expect(refused(escalating(), escalated(story))).toMatchObject({ code: 'NothingToChange' });
  expect(refused(withdrawing)).toMatchObject({ code: 'NothingToChange' });
  expect(refused(escalating(), story.done(tasks.ship))).toMatchObject({ code: 'WrongState', found: 'closedComplete' });
});

test('U3 an agent escalates an own or a free task, a manager anybody’s, and who only looks none', () => {
  const free = running();
  const claimed = free.and({ type: 'claimTask', task: tasks.ship }, { by: agent });
  for (const by of [agent, manager]) expect(claimed.when(escalating(), { by }).refusal).toBeNull();
  expect(free.when(escalating(), { by: otherAgent }).refusal).toBeNull();
  expect(claimed.when(escalating(), { by: otherAgent }).refusal).toMatchObject({ permission: 'task.assign' });
  expect(free.when(escalating(), { by: viewer }).refusal).toMatchObject({ permission: 'task.escalate' });
});

test('U3 an escalation is withdrawn by who escalated, by whom it was escalated to, and by who hands out work', () => {
  const story = escalated(running());
  for (const by of [agent, fulfiller, manager]) expect(story.when(withdrawing, { by }).refusal).toBeNull();
  expect(story.when(withdrawing, { by: otherAgent }).refusal).toMatchObject({ permission: 'task.assign' });
  const toTeam = running().and(escalating(toStock), { by: agent });
  expect(toTeam.when(withdrawing, { by: otherAgent }).refusal).toBeNull();
});

test('X8 an escalation is taken back, priority and all, and so is its withdrawal and its end', () => {
  const none = running();
  const there = escalated(none);
  const started = there.started(tasks.ship);
  for (const [before, after] of [
    [none, there],
    [there, there.and(withdrawing, { by: agent })],
    [there, there.and(escalating(toStock), { by: agent })],
    [started, started.done(tasks.ship)],
  ] as const) {
    const back = takeBack({ now: after, action: { before, after } });
    expect(back.refusal).toBeNull();
    expect(withoutHistory(back.after.order)).toEqual(withoutHistory(before.order));
  }
});
