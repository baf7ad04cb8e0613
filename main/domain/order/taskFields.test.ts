import { expect, test } from 'vitest';
import type { JsonValue } from '../json.ts';
import { captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { agent, fulfiller, otherAgent } from './testing/people.ts';
import { eventsOf, given, typesOf } from './testing/story.ts';

const { survey, install, ship } = tasks;
const opened = () =>
  given(captured([line('1', 'internet')]))
    .approved()
    .done(ship)
    .done(survey);
const installing = () => opened().started(install);
const complete = (...values: readonly { readonly name: string; readonly value: JsonValue }[]) =>
  installing().when({ type: 'completeTask', task: install, values });
const id = 'TASK0000421-3';

test('T5 a task is not completed while a mandatory field has no value, and the field is named', () => {
  expect(complete().refusal).toEqual({ code: 'FieldMissing', subject: 'task', id, fields: ['serial'] });
});

test.each([[' '], [null]])('T5 a mandatory field with the value %j has no value', value => {
  expect(complete({ name: 'serial', value }).refusal).toMatchObject({ code: 'FieldMissing', fields: ['serial'] });
});

test('T5 a value given with the completion counts, and so does one recorded before', () => {
  const value = { name: 'serial', value: 'SN-1' };
  expect(complete(value).refusal).toBeNull();
  const recorded = installing().and({ type: 'recordValues', task: install, values: [value] });
  expect(recorded.when({ type: 'completeTask', task: install }).refusal).toBeNull();
});

test('T5 taking a recorded mandatory value away with the completion refuses it', () => {
  const recorded = installing().and({
    type: 'recordValues',
    task: install,
    values: [{ name: 'serial', value: 'SN-1' }],
  });
  const { refusal } = recorded.when({
    type: 'completeTask',
    task: install,
    values: [{ name: 'serial', value: null }],
  });
  expect(refusal).toMatchObject({ code: 'FieldMissing', fields: ['serial'] });
});

test('T5 a value of the wrong type is refused with what was expected', () => {
  expect(complete({ name: 'serial', value: 7 }).refusal).toEqual({
    code: 'FieldInvalid',
    subject: 'task',
    id,
    field: 'serial',
    expected: 'string',
  });
  expect(complete({ name: 'serial', value: 'SN' }, { name: 'signal', value: '-50' }).refusal).toMatchObject({
    field: 'signal',
    expected: 'number',
  });
});

test('T5 a value that is not among the options is refused with the options', () => {
  expect(complete({ name: 'serial', value: 'SN' }, { name: 'mount', value: 'roof' }).refusal).toMatchObject({
    code: 'FieldInvalid',
    field: 'mount',
    expected: 'wall, rack',
  });
});

test('T5 a value that goes by no name is refused', () => {
  expect(complete({ name: 'serial', value: 'SN' }, { name: ' ', value: 'x' }).refusal).toMatchObject({
    code: 'FieldInvalid',
    field: 'name',
    expected: 'text',
  });
});

test('T5 a refused completion records nothing', () => {
  const { events, after } = complete({ name: 'signal', value: -50 });
  expect(events).toEqual([]);
  expect(after.task(install)).toMatchObject({ state: 'inProgress', values: [] });
});

test('values recorded on a task stand on it, on its domain order, and wherever a mapping takes them', () => {
  const { events, after } = installing().when({
    type: 'recordValues',
    task: install,
    values: [
      { name: 'serial', value: 'SN-1' },
      { name: 'remark', value: 'second floor' },
    ],
  });
  expect(typesOf(events)).toEqual(['TaskValuesRecorded', 'ValuePropagated']);
  expect(after.task(install).values).toEqual([
    { name: 'serial', value: 'SN-1' },
    { name: 'remark', value: 'second floor' },
  ]);
  expect(after.domainOrder(2).characteristics).toEqual(after.task(install).values);
  expect(after.domainOrder(1).characteristics).toContainEqual({ name: 'routerSerial', value: 'SN-1' });
});

test('a domain order that has ended keeps its values when a mapping would change them', () => {
  const recorded = complete({ name: 'serial', value: 'SN-1' }).after;
  expect(recorded.domainOrder(3)).toMatchObject({ state: 'closedComplete', characteristics: [] });
});

test('a changed value is told with the value from before, and one that stays is not told', () => {
  const first = installing().and({
    type: 'recordValues',
    task: install,
    values: [
      { name: 'signal', value: -50 },
      { name: 'serial', value: 'SN-1' },
    ],
  });
  const { events } = first.when({
    type: 'recordValues',
    task: install,
    values: [
      { name: 'signal', value: -48 },
      { name: 'serial', value: 'SN-1' },
    ],
  });
  expect(eventsOf(events, 'TaskValuesRecorded').map(({ data }) => data.values)).toEqual([
    [{ name: 'signal', was: -50, now: -48 }],
  ]);
});

test('null takes a value away', () => {
  const record = (value: JsonValue) =>
    ({ type: 'recordValues', task: install, values: [{ name: 'signal', value }] }) as const;
  expect(installing().and(record(-50)).and(record(null)).task(install).values).toEqual([]);
});

test('of two values of one name the last one is recorded', () => {
  const { events, after } = installing().when({
    type: 'recordValues',
    task: install,
    values: [
      { name: 'signal', value: -50 },
      { name: 'signal', value: -48 },
    ],
  });
  expect(after.task(install).values).toEqual([{ name: 'signal', value: -48 }]);
  expect(eventsOf(events, 'TaskValuesRecorded')[0]?.data.values).toHaveLength(1);
});

test('recording what is recorded already changes nothing', () => {
  const command = { type: 'recordValues', task: install, values: [{ name: 'signal', value: -50 }] } as const;
  expect(installing().and(command).when(command).refusal).toMatchObject({ code: 'NothingToChange' });
});

test('values can be recorded before the start and on hold, but not on a task that waits or has ended', () => {
  const record = (task: number) => ({ type: 'recordValues', task, values: [{ name: 'signal', value: 1 }] }) as const;
  expect(opened().when(record(install)).refusal).toBeNull();
  expect(opened().held(install).when(record(install)).refusal).toBeNull();
  expect(opened().when(record(tasks.check)).refusal).toMatchObject({ code: 'WrongState', found: 'draft' });
  expect(opened().when(record(ship)).refusal).toMatchObject({ code: 'WrongState', found: 'closedComplete' });
});

test("values of somebody else's task are not for another agent to record, but for a manager", () => {
  const command = { type: 'recordValues', task: install, values: [{ name: 'signal', value: -50 }] } as const;
  const story = installing();
  expect(story.task(install).assignee).toBe(agent.id);
  expect(story.when(command, { by: otherAgent }).refusal).toMatchObject({ code: 'NotYours' });
  expect(story.when(command, { by: fulfiller }).refusal).toBeNull();
});
