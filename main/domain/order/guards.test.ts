import { expect, test } from 'vitest';
import type { OrderCommand } from './commands.ts';
import { captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { fulfiller, manager, otherAgent } from './testing/people.ts';
import { given, minute, raise, resolve } from './testing/story.ts';

const { ship } = tasks;
const imported = given(captured([line('1', 'internet')]));
const approved = imported.approved();

test('a decision on an order that somebody else decided meanwhile is refused with who, when and what', () => {
  const seen = imported.order.version;
  const rejected = imported.and({ type: 'reject', reasonCode: 'duplicateOrder', text: 'Twice' }, { by: fulfiller });
  expect(rejected.when({ type: 'approve', seen }, { by: manager }).refusal).toEqual({
    code: 'Stale',
    subject: 'order',
    id: 'ORD0000421',
    event: 'OrderRejected',
    by: 'fulfiller',
    at: minute(1),
    version: 2,
  });
});

test('every decision on an order is refused when it changed since it was seen', () => {
  const seen = 1;
  const matched = imported.and({ type: 'matchLine', line: 1, specification: 'internet' });
  const commands: readonly OrderCommand[] = [
    { type: 'approve', seen },
    { type: 'reject', reasonCode: 'other', text: 'x', seen },
    { type: 'reopen', seen },
    { type: 'correct', changes: [], seen },
    { type: 'submit', seen },
    { type: 'matchLine', line: 1, specification: 'voice', seen },
  ];
  for (const command of commands) {
    expect(matched.when(command).refusal).toMatchObject({ code: 'Stale', subject: 'order', event: 'LineMatched' });
  }
});

test('a command on a task that changed since it was seen is refused with who, when and what', () => {
  const seen = approved.order.version;
  const assigned = approved.and({ type: 'assignTask', task: ship, assignee: 'agent' });
  expect(assigned.when({ type: 'claimTask', task: ship, seen }, { by: otherAgent }).refusal).toEqual({
    code: 'Stale',
    subject: 'task',
    id: 'TASK0000421-4',
    event: 'TaskAssigned',
    by: 'fulfiller',
    at: minute(2),
    version: assigned.order.version,
  });
});

test('every command on a task is refused when somebody else changed it since it was seen', () => {
  const seen = approved.order.version;
  const story = approved.started(ship, { by: otherAgent });
  const commands: readonly OrderCommand[] = [
    { type: 'claimTask', task: ship, seen },
    { type: 'assignTask', task: ship, assignee: null, seen },
    { type: 'releaseTask', task: ship, seen },
    { type: 'startTask', task: ship, seen },
    { type: 'recordValues', task: ship, values: [], seen },
    { type: 'completeTask', task: ship, seen },
    { ...raise(ship), seen },
  ];
  for (const command of commands) {
    const { refusal } = story.when(command, { by: fulfiller });
    expect(refusal).toMatchObject({ code: 'Stale', subject: 'task', event: 'TaskStarted' });
  }
});

test('every command on a fallout is refused when somebody else changed it since it was seen', () => {
  const held = approved.held(ship);
  const seen = held.order.version;
  const triaged = held.and({ type: 'triageFallout', fallout: 1, priority: 'critical' }, { by: manager });
  const commands: readonly OrderCommand[] = [
    { type: 'triageFallout', fallout: 1, priority: 'low', seen },
    { type: 'reassignFallout', fallout: 1, owner: null, group: null, seen },
    { ...resolve(1, 'retry'), seen },
  ];
  for (const command of commands) {
    expect(triaged.when(command).refusal).toEqual({
      code: 'Stale',
      subject: 'fallout',
      id: 'FO0000421-1',
      event: 'FalloutTriaged',
      by: 'manager',
      at: minute(3),
      version: triaged.order.version,
    });
  }
});

test('what happened to another part, or a note, makes nothing stale', () => {
  const seen = approved.order.version;
  const story = approved
    .held(tasks.survey)
    .and({ type: 'addNote', subject: 'T4', kind: 'work', text: 'x' })
    .and({ type: 'triageFallout', fallout: 1, priority: 'low' });
  expect(story.when({ type: 'claimTask', task: ship, seen }).refusal).toBeNull();
});

test('a task that was opened meanwhile by the end of another is not what was seen', () => {
  const seen = approved.order.version;
  const { refusal } = approved.done(ship, [], { by: otherAgent }).when({ type: 'startTask', task: tasks.survey, seen });
  expect(refusal).toMatchObject({ code: 'Stale', event: 'TasksOpened' });
});

test('what somebody changed themselves since they looked is no news to them', () => {
  const seen = approved.order.version;
  const claimed = approved.and({ type: 'claimTask', task: ship });
  expect(claimed.when({ type: 'startTask', task: ship, seen }).refusal).toBeNull();
  const held = approved.held(ship);
  const triaged = held.and({ type: 'triageFallout', fallout: 1, priority: 'critical' });
  const again = triaged.when({ type: 'triageFallout', fallout: 1, priority: 'low', seen: held.order.version });
  expect(again.refusal).toBeNull();
});

test('a command that names what was seen last, or nothing, is decided', () => {
  const claimed = approved.and({ type: 'claimTask', task: ship });
  const seen = claimed.order.version;
  expect(claimed.when({ type: 'startTask', task: ship, seen }).refusal).toBeNull();
  expect(claimed.when({ type: 'startTask', task: ship }).refusal).toBeNull();
});

test('who may not is told so before learning that somebody else was faster', () => {
  const seen = imported.order.version;
  const { refusal } = imported.approved().when({ type: 'approve', seen }, { by: otherAgent });
  expect(refusal).toMatchObject({ code: 'NotPermitted' });
});
