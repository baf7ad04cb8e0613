import { expect, test } from 'vitest';
import { captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { agent, fulfiller, manager, otherAgent, viewer } from './testing/people.ts';
import { changed, value } from './testing/revisions.ts';
import { given, minute, resolve, typesOf } from './testing/story.ts';
import { takeBack, withoutHistory } from './testing/takeBack.ts';

const running = () => given(captured([line('a', 'internet')])).approved();
const proposing = (task: number, end = minute(300), reason = 'The supplier delivers at one') =>
  ({ type: 'proposeEnd', task, end, reason }) as const;
const withdrawing = (task: number) => ({ type: 'withdrawEnd', task }) as const;

test('O16 a proposed end stays on the task with who proposed it, when and why, and the last word counts', () => {
  const { events, after } = running().when(proposing(tasks.ship), { by: agent, at: minute(30) });
  expect(typesOf(events)).toEqual(['EndProposed']);
  expect(after.task(tasks.ship)).toMatchObject({
    state: 'open',
    proposedEnd: { end: minute(300), reason: 'The supplier delivers at one', by: 'agent', at: minute(30) },
  });
  const again = after.and(proposing(tasks.ship, minute(400), 'The van is late'), { by: fulfiller });
  expect(again.task(tasks.ship).proposedEnd).toMatchObject({ end: minute(400), by: 'fulfiller' });
  expect(again.and(withdrawing(tasks.ship)).task(tasks.ship).proposedEnd).toBeUndefined();
});

test('O16 an end is proposed with a reason and for a moment still to come', () => {
  const story = running();
  const refused = (end: string, reason?: string) =>
    story.when(proposing(tasks.ship, end, reason), { at: minute(60) }).refusal;
  expect(refused(minute(300), ' ')).toMatchObject({ code: 'FieldMissing', fields: ['reason'] });
  expect(refused(minute(60))).toMatchObject({ code: 'FieldInvalid', field: 'end', expected: 'stillToCome' });
  expect(refused('soon')).toMatchObject({ code: 'FieldInvalid', field: 'end', expected: 'date' });
  expect(refused('2999-01-01T00:00:00.000Z')).toMatchObject({ expected: 'dateBefore2200' });
  const proposed = story.and(proposing(tasks.ship), { by: agent });
  expect(proposed.when(proposing(tasks.ship), { by: agent }).refusal).toMatchObject({ code: 'NothingToChange' });
  expect(story.when(withdrawing(tasks.ship)).refusal).toMatchObject({ code: 'NothingToChange' });
  expect(story.done(tasks.ship).when(proposing(tasks.ship)).refusal).toMatchObject({
    code: 'WrongState',
    found: 'closedComplete',
  });
});

test('U3 an agent proposes the end of an own or a free task, a manager that of anybody’s, and who only looks none', () => {
  const free = running();
  const claimed = free.and({ type: 'claimTask', task: tasks.ship }, { by: agent });
  for (const by of [agent, fulfiller, manager]) expect(claimed.when(proposing(tasks.ship), { by }).refusal).toBeNull();
  expect(free.when(proposing(tasks.ship), { by: otherAgent }).refusal).toBeNull();
  for (const command of [proposing(tasks.ship), withdrawing(tasks.ship)]) {
    const there = claimed.and(proposing(tasks.ship, minute(500)), { by: agent });
    expect(there.when(command, { by: otherAgent }).refusal).toMatchObject({ permission: 'task.assign' });
    expect(there.when(command, { by: viewer }).refusal).toMatchObject({ code: 'NotPermitted' });
  }
});

test('O16 a proposed end is void when the task is completed, skipped or canceled, and stays while it is held and tried again', () => {
  const proposed = running().and(proposing(tasks.ship), { by: agent });
  const held = proposed.held(tasks.ship);
  expect(held.and(resolve(1, 'retry')).task(tasks.ship).proposedEnd).toMatchObject({ end: minute(300) });
  const ends = [
    proposed.done(tasks.ship),
    held.and(resolve(1, 'skip')),
    held.and(resolve(1, 'cancelBranch')),
    proposed.and({ type: 'skipTask', task: tasks.ship, reason: 'They have one' }),
  ];
  expect(ends.map(({ task }) => task(tasks.ship).proposedEnd)).toEqual(ends.map(() => undefined));
});

test('O16 a proposed end is void when a change has the task done anew, and stays on what the change leaves alone', () => {
  const begun = running()
    .done(tasks.ship)
    .started(tasks.survey)
    .and(proposing(tasks.survey), { by: agent })
    .and(proposing(tasks.check, minute(900)));
  const after = changed(begun, [value(1, 'tier', 'gold')]);
  expect(after.task(tasks.survey).redone).toBe(1);
  expect(after.task(tasks.survey).proposedEnd).toBeUndefined();
  expect(after.task(tasks.check).proposedEnd).toMatchObject({ end: minute(900) });
});

test('X8 a proposed end is taken back to none or to the one before, and so is one that was withdrawn', () => {
  const none = running();
  const first = none.and(proposing(tasks.ship), { by: agent });
  const second = first.and(proposing(tasks.ship, minute(500)), { by: agent });
  const withdrawn = second.and(withdrawing(tasks.ship), { by: agent });
  for (const [before, after] of [
    [none, first],
    [first, second],
    [second, withdrawn],
  ] as const) {
    const back = takeBack({ now: after, action: { before, after } });
    expect(back.refusal).toBeNull();
    expect(withoutHistory(back.after.order)).toEqual(withoutHistory(before.order));
  }
  const done = first.done(tasks.ship);
  const started = first.started(tasks.ship);
  const back = takeBack({ now: done, action: { before: started, after: done } });
  expect(back.after.task(tasks.ship).proposedEnd).toEqual(started.task(tasks.ship).proposedEnd);
});
