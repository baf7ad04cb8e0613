/** Plan templates of our extension: tasks, their fields, their durations and what each waits for. */
import type { PlanTemplate, TaskField, TaskTemplate, TemplateDependency } from '../../domain/catalog/catalog.ts';
import type { JsonValue } from '../../domain/json.ts';
import { readDuration } from './readDuration.ts';
import {
  isList,
  optionalFlag,
  optionalText,
  readRow,
  readTable,
  readWord,
  report,
  requiredText,
  type Reading,
  type Row,
} from './reading.ts';

const templateKeys = ['id', 'name', 'after', 'tasks'];
const taskKeys = ['key', 'title', 'instructions', 'group', 'duration', 'durationMinutes', 'fields', 'after'];
const fieldKeys = ['name', 'label', 'mandatory', 'valueType', 'options', 'unit'];

export const readPlanTemplates = (reading: Reading, value: JsonValue | undefined, path: string): PlanTemplate[] =>
  readTable(reading, value, path, templateKeys).map(row => {
    const id = requiredText(row, 'id');
    return {
      id,
      name: optionalText(row, 'name') ?? id,
      tasks: readTable(reading, row.object['tasks'], `${row.path}.tasks`, taskKeys).map(readTask),
      after: readAfter(row),
    };
  });

function readTask(row: Row): TaskTemplate {
  const instructions = optionalText(row, 'instructions');
  const group = optionalText(row, 'group');
  return {
    key: requiredText(row, 'key'),
    title: requiredText(row, 'title'),
    ...(instructions === undefined ? {} : { instructions }),
    ...(group === undefined ? {} : { group }),
    durationMinutes: readTaskDuration(row),
    fields: readTable(row.reading, row.object['fields'], `${row.path}.fields`, fieldKeys).map(readField),
    after: readAfter(row),
  };
}

function readTaskDuration(row: Row): number {
  const key = row.object['duration'] === undefined ? 'durationMinutes' : 'duration';
  const value = row.object[key];
  if (value === undefined || value === null) {
    report(row.reading, 'valueMissing', 'addValue', `${row.path}.duration`, { key: 'duration' });
    return 0;
  }
  const minutes = readDuration(value);
  if (minutes === undefined) {
    report(row.reading, 'valueOfWrongType', 'correctValue', `${row.path}.${key}`, { expected: 'duration', value });
  } else if (minutes < 0) {
    report(row.reading, 'durationNegative', 'useZeroOrMore', `${row.path}.${key}`, { minutes });
  }
  return minutes ?? 0;
}

function readField(row: Row): TaskField {
  const label = optionalText(row, 'label');
  const unit = optionalText(row, 'unit');
  const { valueType: rawType, options } = row.object;
  const valueType =
    rawType === undefined
      ? undefined
      : readWord(row.reading, rawType, `${row.path}.valueType`, ['string', 'number', 'boolean']);
  if (options !== undefined && !isList(options)) {
    report(row.reading, 'valueOfWrongType', 'correctValue', `${row.path}.options`, { expected: 'list' });
  }
  return {
    name: requiredText(row, 'name'),
    ...(label === undefined ? {} : { label }),
    mandatory: optionalFlag(row, 'mandatory') ?? false,
    ...(valueType === undefined ? {} : { valueType }),
    ...(isList(options) ? { options } : {}),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** A text is a task of the same template; an object says `children`, `task`, or `specification` with or without a task. */
function readAfter(row: Row): TemplateDependency[] {
  const { reading, object } = row;
  const value = object['after'];
  const path = `${row.path}.after`;
  if (value === undefined || value === null) return [];
  const list = isList(value) ? value : [value];
  return list.flatMap((item, index): TemplateDependency[] => {
    if (typeof item === 'string') return [{ kind: 'task', task: item }];
    const place = isList(value) ? `${path}[${index}]` : path;
    const entry = readRow(reading, item, place, ['children', 'specification', 'task']);
    if (entry === undefined) return [];
    if (optionalFlag(entry, 'children') === true) return [{ kind: 'children' }];
    const specification = optionalText(entry, 'specification');
    if (specification === undefined) return [{ kind: 'task', task: requiredText(entry, 'task') }];
    const task = optionalText(entry, 'task');
    return [{ kind: 'specification', specification, ...(task === undefined ? {} : { task }) }];
  });
}
