import { expect, test } from 'vitest';
import { catalogOf, cfs, task, template } from '../catalog/testing/catalogRows.ts';
import { defaultPolicy, type Policy, type TeamPolicy } from '../policy/policy.ts';
import type { CrewMember, DecisionContext } from './commands.ts';
import { captured, line } from './testing/captures.ts';
import { internet, tasks } from './testing/catalogs.ts';
import { agent, fulfiller, otherAgent } from './testing/people.ts';
import { eventsOf, given, minute, resolve } from './testing/story.ts';

const member = (person: string, parts: Partial<CrewMember> = {}): CrewMember => ({
  person,
  openTasks: 0,
  skills: [],
  sites: [],
  ...parts,
});
const handing = (
  teams: Readonly<Record<string, TeamPolicy>>,
  crews: Readonly<Record<string, readonly CrewMember[]>>,
): Pick<DecisionContext, 'policy' | 'crewOf'> => ({
  policy: { ...defaultPolicy, teams } satisfies Policy,
  crewOf: group => crews[group] ?? [],
});
const byLoad = { assignment: 'leastLoaded' } as const;
const byTurns = { assignment: 'roundRobin' } as const;

/** One service whose plan opens four tasks of one team at once, the last of them for somebody with a skill. */
const busy = catalogOf({
  specifications: [cfs('busy')],
  planTemplates: [
    template('four', [
      ...['a', 'b', 'c'].map(key => task(key, { group: 'field' })),
      task('d', { group: 'field', skill: 'rf' }),
    ]),
  ],
  policies: [{ id: 'p', specification: 'busy', planTemplate: 'four' }],
});
const four = given(captured([line('1', 'busy')]), busy);
const assignees = (story: typeof four): readonly (string | undefined)[] =>
  [1, 2, 3, 4].map(number => story.task(number).assignee);

test('T3 by load, the tasks that open are handed out one after the other, each counted before the next', () => {
  const crew = [member('agent', { openTasks: 1, skills: ['rf'] }), member('otherAgent', { skills: ['rf'] })];
  const { events, after } = four.when({ type: 'approve' }, { around: handing({ field: byLoad }, { field: crew }) });
  expect(assignees(after)).toEqual(['otherAgent', 'agent', 'otherAgent', 'agent']);
  expect(eventsOf(events, 'TaskAssigned')[0]?.data).toEqual({
    task: 1,
    assignee: { was: null, now: 'otherAgent' },
    group: { was: 'field', now: 'field' },
    how: 'auto',
    why: { method: 'leastLoaded', candidates: 2, load: 0 },
  });
  expect(after.task(4).assignedWhy).toEqual({ method: 'leastLoaded', candidates: 2, load: 2, skill: 'rf' });
});

test('T3 by turns, the tasks that open go round the team, from whoever has waited longest', () => {
  const crew = [
    member('agent', { lastGiven: '2026-11-20T08:00:00.000Z' }),
    member('fulfiller', { lastGiven: '2026-11-21T08:00:00.000Z' }),
    member('otherAgent', { lastGiven: '2026-11-19T08:00:00.000Z', skills: ['rf'] }),
  ];
  const { after } = four.when({ type: 'approve' }, { around: handing({ field: byTurns }, { field: crew }) });
  expect(assignees(after)).toEqual(['otherAgent', 'agent', 'fulfiller', 'otherAgent']);
});

test('T3 a task that nobody of the team can do stays in its queue', () => {
  const { after } = four.when(
    { type: 'approve' },
    { around: handing({ field: byLoad }, { field: [member('agent')] }) },
  );
  expect(assignees(after)).toEqual(['agent', 'agent', 'agent', undefined]);
  expect(after.task(4)).toMatchObject({ state: 'open', group: 'field' });
});

test('T3 the desk says why it found nobody, once, and hands out later what somebody can do by then', () => {
  const nobody = { around: handing({ field: byLoad }, { field: [member('agent')] }) };
  const left = four.and({ type: 'approve' }, nobody);
  const why = { group: 'field', cause: 'skill', skill: 'rf', site: 'Main Street 1' };
  expect(left.task(4).nobodyWhy).toEqual(why);
  const again = { type: 'handOutTasks', tasks: [1, 2, 3, 4] } as const;
  expect(left.when(again, nobody).refusal).toMatchObject({ code: 'NothingToChange' });
  expect(left.when(again, { by: agent }).refusal).toMatchObject({ code: 'NotPermitted' });
  const able = { around: handing({ field: byLoad }, { field: [member('otherAgent', { skills: ['rf'] })] }) };
  const given = left.and(again, able);
  expect(given.task(4)).toMatchObject({ assignee: 'otherAgent', nobodyWhy: undefined });
  expect(given.task(1).assignee).toBe('agent');
});

test('T3 a team that gets ready work from another has it handed out; of one that nobody works in, it says so', () => {
  const around = handing({ field: byLoad, stock: byLoad }, { field: [member('agent')], stock: [member('otherAgent')] });
  const moving = { type: 'assignTask', task: 4, assignee: null, group: 'stock' } as const;
  const plain = four.approved();
  expect(plain.and({ ...moving, task: 1 }, { around }).task(1)).toMatchObject({
    group: 'stock',
    assignee: 'otherAgent',
  });
  const empty = handing({ stock: byLoad }, {});
  expect(plain.and(moving, { around: empty }).task(4).nobodyWhy).toEqual({
    group: 'stock',
    cause: 'team',
  });
});

test('T3 only the sites of a person are theirs', () => {
  const crew = [
    member('agent', { sites: ['Elsewhere'] }),
    member('fulfiller', { openTasks: 9, sites: ['Main Street 1'] }),
  ];
  const { after } = four.when({ type: 'approve' }, { around: handing({ field: byLoad }, { field: crew }) });
  expect(after.task(1)).toMatchObject({ assignee: 'fulfiller', assignedWhy: { site: 'Main Street 1', candidates: 1 } });
});

test('T3 what a task lets go of is handed out in the same step, and what the person just finished no longer counts', () => {
  const around = handing(
    { field: byLoad },
    { field: [member(agent.id, { openTasks: 1 }), member(fulfiller.id, { openTasks: 1 })] },
  );
  const surveying = given(captured([line('1', 'internet')]))
    .approved()
    .done(tasks.ship, [], { by: otherAgent })
    .started(tasks.survey);
  const { after } = surveying.when({ type: 'completeTask', task: tasks.survey }, { around });
  expect(after.task(tasks.install)).toMatchObject({ assignee: agent.id, assignedWhy: { load: 0 } });
});

test('T3 a task that somebody claimed ahead of time stays theirs', () => {
  const around = handing({ field: byLoad }, { field: [member(otherAgent.id)] });
  const story = given(captured([line('1', 'internet')]))
    .approved()
    .and({ type: 'claimTask', task: tasks.survey })
    .done(tasks.ship, [], { by: otherAgent, around });
  expect(story.task(tasks.survey)).toMatchObject({ state: 'open', assignee: agent.id });
});

test('T3 somebody who is given a task by hand has it by hand', () => {
  const around = handing({ field: byLoad }, { field: [member(otherAgent.id)] });
  const story = four.approved({ around }).and({ type: 'assignTask', task: 1, assignee: agent.id }, { around });
  expect(story.task(1).assignee).toBe(agent.id);
  expect(story.task(1).assignedWhy).toBeUndefined();
});

test('T3 a task put back to be tried again stays with whoever has it', () => {
  const around = handing({ field: byLoad }, { field: [member(otherAgent.id)] });
  const story = four
    .approved({ around: { policy: defaultPolicy } })
    .started(1)
    .held(1)
    .and(resolve(1, 'retry'), { around });
  expect(story.task(1).assignee).toBe(agent.id);
});

test('T3 nothing is looked up where the policy hands nothing out', () => {
  const asked: string[] = [];
  const crewOf = (group: string): readonly CrewMember[] => {
    asked.push(group);
    return [];
  };
  given(captured([line('1', 'internet')])).approved({ around: { crewOf } });
  const policy = { ...defaultPolicy, teams: { field: byLoad } };
  given(captured([line('1', 'internet')]), internet).approved({ around: { crewOf, policy } });
  expect(asked).toEqual([]);
  four.approved({ around: { crewOf, policy } });
  expect(asked).toEqual(['field']);
});

test('T3 a task started by hand at its time goes to whoever starts it', () => {
  const around = handing({ field: byLoad }, { field: [member(otherAgent.id)] });
  const lagging = catalogOf({
    specifications: [cfs('busy')],
    planTemplates: [
      template('two', [
        task('a', { group: 'field' }),
        task('b', { group: 'field', after: [{ kind: 'task', task: 'a', lagMinutes: 60 }] }),
      ]),
    ],
    policies: [{ id: 'p', specification: 'busy', planTemplate: 'two' }],
  });
  const story = given(captured([line('1', 'busy')]), lagging)
    .approved()
    .done(1);
  expect(story.task(2).state).toBe('scheduled');
  const { events, after } = story.when({ type: 'startTask', task: 2 }, { at: minute(120), around });
  expect(after.task(2)).toMatchObject({ state: 'inProgress', assignee: agent.id });
  expect(eventsOf(events, 'TaskAssigned').map(({ data }) => data.how)).toEqual(['claimed']);
});
