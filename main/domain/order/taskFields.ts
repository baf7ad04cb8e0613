/** Checks the values recorded on a task against the fields its template declares (features T5). */
import type { TaskField } from '../catalog/catalog.ts';
import { sameJson, type JsonValue } from '../json.ts';
import type { OrderTask } from './order.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import type { Refusal } from './refusals.ts';

/** The first value that goes by no name, is not of its field's kind or not among its options; null takes a value away and always may. */
export function faultyFields(id: string, task: OrderTask, values: readonly CharacteristicValue[]): Refusal | null {
  for (const { name, value } of values) {
    if (name.trim() === '') return { code: 'FieldInvalid', subject: 'task', id, field: 'name', expected: 'text' };
    const field = task.fields.find(one => one.name === name);
    const expected = field === undefined || value === null ? null : faultOf(field, value);
    if (expected !== null) return { code: 'FieldInvalid', subject: 'task', id, field: name, expected };
  }
  return null;
}

/** Every mandatory field that has no value, neither recorded before nor given now. */
export function missingFields(id: string, task: OrderTask, values: readonly CharacteristicValue[]): Refusal | null {
  const known = new Map([...task.values, ...values].map(({ name, value }) => [name, value]));
  const fields = task.fields.flatMap(({ name, mandatory }) => (mandatory && isEmpty(known.get(name)) ? [name] : []));
  return fields.length === 0 ? null : { code: 'FieldMissing', subject: 'task', id, fields };
}

const isEmpty = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function faultOf({ valueType, options }: TaskField, value: JsonValue): string | null {
  if (valueType !== undefined && typeof value !== valueType) return valueType;
  if (options === undefined || options.length === 0 || options.some(option => sameJson(option, value))) return null;
  return options.map(option => (typeof option === 'string' ? option : JSON.stringify(option))).join(', ');
}
