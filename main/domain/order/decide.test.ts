import { expect, test } from 'vitest';
import { rolesGranting, roles, type Permission, type Role } from '../people/permissions.ts';
import type { OrderCommand, OrderCommandType } from './commands.ts';
import { decide } from './decide.ts';
import { captured, line } from './testing/captures.ts';
import { internet, tasks } from './testing/catalogs.ts';
import { agent, everyone, fulfiller, viewer } from './testing/people.ts';
import { contextOf, given, importing, minute, raise, resolve, type Story } from './testing/story.ts';

const order = captured([line('1', 'internet')]);
const imported = given(order);
const draft = imported.and({ type: 'reject', reasonCode: 'other', text: 'x' }).and({ type: 'reopen' });
const approved = imported.approved();
const started = approved.started(tasks.ship);
const held = approved.held(tasks.ship);
const planned = imported.and({ type: 'approve', startAt: minute(5) });
const trench = { order: 'order-2', orderNumber: 'ORD0000422', node: 'T7', title: 'Dig the trench' } as const;
const waitForTrench = { type: 'waitForOther', on: { task: tasks.ship, ...trench } } as const;
const revise = {
  type: 'requestRevision',
  operation: 'update',
  reason: 'They want more',
  changes: [{ kind: 'quantity', line: 1, value: 2 }],
} as const;
const revised = approved.and(revise);
const paused = started.and({ type: 'pauseTask', task: tasks.ship, reason: 'Strike' }, { by: agent });
const dated = started.and({ type: 'proposeEnd', task: tasks.ship, end: minute(90), reason: 'Strike' }, { by: agent });
const escalate = {
  type: 'escalateTask',
  task: tasks.ship,
  to: { kind: 'group', id: 'field' },
  reason: 'They call every day',
} as const;
const escalated = started.and(escalate, { by: agent });

/** Every command where it is possible, with the permission it takes. */
const asked: readonly (readonly [OrderCommand, Story | null, Permission])[] = [
  [importing(order), null, 'order.import'],
  [{ type: 'approve' }, imported, 'order.approve'],
  [{ type: 'reject', reasonCode: 'other', text: 'x' }, imported, 'order.reject'],
  [{ type: 'reopen' }, imported.and({ type: 'reject', reasonCode: 'other', text: 'x' }), 'order.correct'],
  [{ type: 'correct', changes: [{ field: 'priority', value: 'low' }] }, draft, 'order.correct'],
  [{ type: 'submit' }, draft, 'order.correct'],
  [{ type: 'matchLine', line: 1, specification: 'voice' }, imported, 'order.correct'],
  [{ type: 'claimTask', task: tasks.ship }, approved, 'task.work'],
  [{ type: 'assignTask', task: tasks.ship, assignee: agent.id }, approved, 'task.assign'],
  [{ type: 'releaseTask', task: tasks.ship }, started, 'task.assign'],
  [{ type: 'startTask', task: tasks.ship }, approved, 'task.work'],
  [{ type: 'recordValues', task: tasks.ship, values: [{ name: 'a', value: 1 }] }, approved, 'task.work'],
  [
    { type: 'completeTask', task: tasks.ship },
    started.and({ type: 'releaseTask', task: tasks.ship }, { by: fulfiller }),
    'task.work',
  ],
  [raise(tasks.ship), approved, 'fallout.create'],
  [{ type: 'triageFallout', fallout: 1, priority: 'low' }, held, 'fallout.triage'],
  [{ type: 'reassignFallout', fallout: 1, owner: agent.id, group: null }, held, 'fallout.triage'],
  [resolve(1, 'retry'), held, 'fallout.resolve'],
  [resolve(1, 'forceComplete'), held, 'fallout.resolve'],
  [resolve(1, 'skip'), held, 'fallout.resolve'],
  [resolve(1, 'cancelBranch'), held, 'fallout.resolve'],
  [{ type: 'startNow' }, planned, 'order.approve'],
  [{ type: 'passTime' }, planned, 'order.approve'],
  [waitForTrench, approved, 'task.assign'],
  [
    { type: 'meetOutside', task: tasks.ship, order: trench.order, node: trench.node },
    approved.and(waitForTrench, { by: fulfiller }),
    'task.assign',
  ],
  [{ type: 'pauseTask', task: tasks.ship, reason: 'Strike' }, started, 'task.assign'],
  [{ type: 'resumeTask', task: tasks.ship }, paused, 'task.assign'],
  [{ type: 'proposeEnd', task: tasks.ship, end: minute(90), reason: 'Strike' }, started, 'task.assign'],
  [{ type: 'withdrawEnd', task: tasks.ship }, dated, 'task.assign'],
  [escalate, approved, 'task.escalate'],
  [{ type: 'withdrawEscalation', task: tasks.ship }, escalated, 'task.assign'],
  [{ type: 'skipTask', task: tasks.ship, reason: 'Not needed' }, approved, 'fallout.resolve'],
  [revise, approved, 'order.revise'],
  [{ type: 'approveRevision', revision: 1 }, revised, 'order.approve'],
  [{ type: 'rejectRevision', revision: 1, text: 'No' }, revised, 'order.approve'],
];

const personIn = (role: Role) => ({ id: `any-${role}`, name: role, roles: [role], groups: [] });
const refusalOf = (command: OrderCommand, story: Story | null, role: Role) => {
  const decided = decide(story?.order ?? null, command, contextOf(personIn(role), minute(9), internet));
  return decided.ok ? null : decided.error;
};

const named = asked.map(([command, ...rest]) => {
  const name = command.type === 'resolveFallout' ? `${command.type} by ${command.action}` : command.type;
  return [name, rest[1], command, ...rest] as const;
});

test.each(named)('U3 %s takes %s: the roles that have it may, and every other is refused by its name', (...row) => {
  const [, permission, command, story] = row;
  const allowed = rolesGranting(permission);
  for (const role of roles) {
    const refusal = allowed.includes(role) ? null : { code: 'NotPermitted', permission, roles: allowed };
    expect([role, refusalOf(command, story, role)]).toEqual([role, refusal]);
  }
});

test('U3 every command there is has been asked', () => {
  // What takes another order, or a policy, is asked where there is one.
  const types: Record<
    Exclude<OrderCommandType, 'addNote' | 'undo' | 'meetWants' | 'goWithout' | 'handOutTasks'>,
    true
  > = {
    importOrder: true,
    approve: true,
    reject: true,
    reopen: true,
    correct: true,
    submit: true,
    matchLine: true,
    claimTask: true,
    assignTask: true,
    releaseTask: true,
    startTask: true,
    recordValues: true,
    completeTask: true,
    raiseFallout: true,
    triageFallout: true,
    reassignFallout: true,
    resolveFallout: true,
    pauseTask: true,
    resumeTask: true,
    proposeEnd: true,
    withdrawEnd: true,
    escalateTask: true,
    withdrawEscalation: true,
    skipTask: true,
    startNow: true,
    passTime: true,
    waitForOther: true,
    meetOutside: true,
    requestRevision: true,
    approveRevision: true,
    rejectRevision: true,
  };
  expect([...new Set(asked.map(([{ type }]) => type))].toSorted()).toEqual(Object.keys(types).toSorted());
});

test('U3 a note is for everybody who works on orders, and not for those who only look or administer', () => {
  const command = { type: 'addNote', subject: 'order', kind: 'work', text: 'Called back' } as const;
  const refused = { code: 'NotPermitted', permission: 'fallout.create', roles: rolesGranting('fallout.create') };
  expect(roles.map(role => [role, refusalOf(command, imported, role)])).toEqual([
    ['serviceOrderManager', null],
    ['fulfillmentManager', null],
    ['fulfillmentAgent', null],
    ['viewer', refused],
    ['admin', refused],
  ]);
});

test('U3 a person without any role is refused everything', () => {
  const nobody = { id: 'nobody', name: 'Nobody', roles: [], groups: [] };
  for (const [command, story] of asked) {
    const decided = decide(story?.order ?? null, command, contextOf(nobody, minute(9), internet));
    expect(decided).toMatchObject({ ok: false, error: { code: 'NotPermitted' } });
  }
});

test('an order that does not exist can only be imported', () => {
  for (const [command] of asked) {
    const decided = decide(null, command, contextOf(everyone[0] ?? viewer, minute(9), internet));
    expect(decided).toMatchObject(
      command.type === 'importOrder' ? { ok: true } : { ok: false, error: { code: 'NotFound', subject: 'order' } },
    );
  }
});

test('a note on the order, on a task or on a fallout changes nothing but the history', () => {
  for (const subject of ['order', 'T4', 'F1'] as const) {
    const { events, after } = held.when({ type: 'addNote', subject, kind: 'customer', text: ' On its way ' });
    expect(events).toEqual([{ type: 'NoteAdded', v: 1, data: { subject, kind: 'customer', text: 'On its way' } }]);
    expect(after.order).toEqual({ ...held.order, version: held.order.version + 1 });
  }
});

test('a note needs words, and something it is about', () => {
  const note = (subject: 'order' | 'T9' | 'F9', text: string, on = held) =>
    on.when({ type: 'addNote', subject, kind: 'work', text }).refusal;
  expect(note('order', ' ')).toMatchObject({ code: 'FieldMissing', fields: ['text'] });
  expect(note('T9', 'x')).toEqual({ code: 'NotFound', subject: 'task', id: 'T9' });
  expect(note('F9', 'x')).toEqual({ code: 'NotFound', subject: 'fallout', id: 'F9' });
  expect(note('T9', 'x', imported)).toMatchObject({ code: 'NotFound', subject: 'task' });
  // What comes over the boundary is only a text.
  for (const other of ['L1', 'D1', 'I1', '1', 'T01', 'F 1', 'T1.0'])
    expect(note(other as 'T9', 'x')).toMatchObject({ code: 'NotFound', id: other });
});
