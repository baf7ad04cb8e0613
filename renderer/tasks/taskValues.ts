/** The values a person records on a task: what is drafted, what is missing, what is sent (features T5). */
import type { CharacteristicValue } from '../../preload/contract/order.ts';
import type { TaskField } from '../../preload/contract/task.ts';

type JsonValue = CharacteristicValue['value'];

/** Typed values by field name; a field that is not in it is as saved. Numbers are text until they are sent. */
export type ValueDraft = { readonly [name: string]: string | boolean | null };

/** What stands in the field: the draft, else what is saved. */
export function shownValue(field: TaskField, draft: ValueDraft): string | boolean | null {
  const drafted = draft[field.name];
  if (drafted !== undefined) return drafted;
  if (field.value === null || typeof field.value === 'boolean') return field.value;
  return textOf(field.value);
}

/** Text of a JSON value as an option or in a field. */
export const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The value to send: one of the options as it stands in the catalog, a number, or the text; null for nothing. */
export function valueOf(field: TaskField, shown: string | boolean | null): JsonValue {
  if (shown === null || typeof shown === 'boolean') return shown;
  const option = field.options.find(value => textOf(value) === shown);
  if (option !== undefined) return option;
  const text = shown.trim();
  if (text === '') return null;
  return field.valueType === 'number' ? Number(text.replace(',', '.')) : text;
}

export function isNotNumber(field: TaskField, shown: string | boolean | null): boolean {
  const value = valueOf(field, shown);
  return typeof value === 'number' && !Number.isFinite(value);
}

/** What is no number is not what is saved either: JSON would make nothing of it, and the field would drop what was typed. */
const isAsSaved = (field: TaskField, shown: string | boolean | null): boolean =>
  !isNotNumber(field, shown) && JSON.stringify(valueOf(field, shown)) === JSON.stringify(field.value);

/** The draft with this field typed; a field that is typed back to what is saved leaves the draft. */
export function withDrafted(draft: ValueDraft, field: TaskField, shown: string | boolean | null): ValueDraft {
  const { [field.name]: _typed, ...others } = draft;
  return isAsSaved(field, shown) ? others : { ...others, [field.name]: shown };
}

/** The fields whose draft differs from what is saved. */
export const changedFields = (fields: readonly TaskField[], draft: ValueDraft): readonly TaskField[] =>
  fields.filter(field => draft[field.name] !== undefined && !isAsSaved(field, shownValue(field, draft)));

/** What `task.recordValues` and `task.complete` take: only what changed. */
export function valuesToSend(fields: readonly TaskField[], draft: ValueDraft): CharacteristicValue[] {
  return changedFields(fields, draft).map(field => ({
    name: field.name,
    value: valueOf(field, shownValue(field, draft)),
  }));
}

/** The fields with what was sent as what is saved. */
export const withValues = (fields: readonly TaskField[], sent: readonly CharacteristicValue[]): TaskField[] =>
  fields.map(field => {
    const value = sent.find(({ name }) => name === field.name);
    return value ? { ...field, value: value.value } : field;
  });

/** Mandatory fields that would still be empty; the task cannot be completed before (domain.md A.8). */
export const missingFields = (fields: readonly TaskField[], draft: ValueDraft): readonly TaskField[] =>
  fields.filter(field => field.mandatory && valueOf(field, shownValue(field, draft)) === null);
