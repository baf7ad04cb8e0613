/** Drafting and sending the values of a task. */
import { describe, expect, test } from 'vitest';
import type { TaskField } from '../../preload/contract/task.ts';
import {
  changedFields,
  isNotNumber,
  missingFields,
  shownValue,
  valuesToSend,
  withDrafted,
  withValues,
} from './taskValues.ts';

const field = (given: Partial<TaskField> & Pick<TaskField, 'name'>): TaskField => ({
  label: given.name,
  mandatory: false,
  valueType: 'string',
  options: [],
  unit: null,
  value: null,
  ...given,
});

const serial = field({ name: 'serial', mandatory: true });
const speed = field({ name: 'speed', valueType: 'number', value: 100, unit: 'Mbit/s' });
const vlan = field({ name: 'vlan', valueType: 'number', options: [881, 882] });
const ledGreen = field({ name: 'ledGreen', valueType: 'boolean', mandatory: true });
const fields = [serial, speed, vlan, ledGreen];

describe('valuesToSend', () => {
  test('sends only what changed, in the types of the catalog', () => {
    expect(valuesToSend(fields, { serial: ' C1-77 ', speed: '2,5', vlan: '882', ledGreen: false })).toEqual([
      { name: 'serial', value: 'C1-77' },
      { name: 'speed', value: 2.5 },
      { name: 'vlan', value: 882 },
      { name: 'ledGreen', value: false },
    ]);
  });

  test('sends null for a value that was cleared', () => {
    expect(valuesToSend(fields, { speed: '' })).toEqual([{ name: 'speed', value: null }]);
  });

  test('sends nothing for a draft that equals what is saved', () => {
    expect(valuesToSend(fields, { speed: '100' })).toEqual([]);
  });
});

test('withDrafted forgets a field that is typed back to what is saved', () => {
  const typed = withDrafted({}, speed, '200');
  expect(shownValue(speed, typed)).toBe('200');
  expect(withDrafted(typed, speed, '100')).toEqual({});
});

test('T5 mandatory fields count as missing until they hold something; “no” is something', () => {
  expect(missingFields(fields, {}).map(({ name }) => name)).toEqual(['serial', 'ledGreen']);
  expect(missingFields(fields, { serial: '  ' }).map(({ name }) => name)).toEqual(['serial', 'ledGreen']);
  expect(missingFields(fields, { serial: 'C1', ledGreen: false })).toEqual([]);
});

test('isNotNumber tells text from a number with either decimal sign', () => {
  expect(isNotNumber(speed, 'fast')).toBe(true);
  expect(isNotNumber(speed, '2,5')).toBe(false);
  expect(isNotNumber(speed, '')).toBe(false);
});

test('what was sent is what is saved, whatever is not among it stays', () => {
  const saved = withValues(fields, [
    { name: 'serial', value: 'C1' },
    { name: 'speed', value: null },
  ]);
  expect(saved.map(({ name, value }) => [name, value])).toEqual([
    ['serial', 'C1'],
    ['speed', null],
    ['vlan', null],
    ['ledGreen', null],
  ]);
});

test('text that is not a number stays in an empty field, is said to be wrong, and so can become one: -5 begins with a minus', () => {
  const empty = { ...speed, value: null };
  for (const text of ['-', '1e999', 'Infinity']) {
    const typed = withDrafted({}, empty, text);
    expect(shownValue(empty, typed)).toBe(text);
    expect(isNotNumber(empty, text)).toBe(true);
    expect(changedFields([empty], typed)).toEqual([empty]);
  }
  expect(isNotNumber(empty, '-5')).toBe(false);
  expect(isNotNumber(empty, '')).toBe(false);
});
