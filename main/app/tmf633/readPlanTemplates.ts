/** Plan templates of our extension: tasks, their fields, their durations and what each waits for. */
import {
  inflightChangeTypes,
  type ChangeReaction,
  type PlanTemplate,
  type TaskField,
  type TaskTemplate,
} from '../../domain/catalog/catalog.ts';
import type { JsonValue } from '../../domain/json.ts';
import { readAfter } from './readAfter.ts';
import { optionalMinutes, requiredMinutes } from './readDuration.ts';
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
const taskKeys = [
  'key',
  'title',
  'instructions',
  'group',
  'duration',
  'durationMinutes',
  'fields',
  'after',
  'skill',
  'sla',
  'slaMinutes',
  'pointOfNoReturn',
  'reactsTo',
  'undo',
];
const undoKeys = ['title', 'instructions', 'group', 'duration', 'durationMinutes'];
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
  const skill = optionalText(row, 'skill');
  const slaMinutes = optionalMinutes(row, 'sla');
  const reactsTo = readReaction(row);
  const undo = readUndo(row);
  return {
    key: requiredText(row, 'key'),
    title: requiredText(row, 'title'),
    ...(instructions === undefined ? {} : { instructions }),
    ...(group === undefined ? {} : { group }),
    durationMinutes: requiredMinutes(row, 'duration'),
    fields: readTable(row.reading, row.object['fields'], `${row.path}.fields`, fieldKeys).map(readField),
    after: readAfter(row),
    ...(skill === undefined ? {} : { skill }),
    ...(slaMinutes === undefined ? {} : { slaMinutes }),
    ...(optionalFlag(row, 'pointOfNoReturn') === true ? { pointOfNoReturn: true } : {}),
    ...(reactsTo === undefined ? {} : { reactsTo }),
    ...(undo === undefined ? {} : { undo }),
  };
}

/** A list names kinds of change; an object may narrow a change of characteristics to some of them. */
function readReaction(row: Row): ChangeReaction | undefined {
  const { reading, object } = row;
  const value = object['reactsTo'];
  const path = `${row.path}.reactsTo`;
  if (value === undefined || value === null) return undefined;
  const entry = isList(value) ? undefined : readRow(reading, value, path, ['changes', 'characteristics']);
  const changes = isList(value) ? value : entry?.object['changes'];
  const listed = isList(changes) ? changes : [];
  if (entry !== undefined && !isList(changes)) {
    report(reading, 'valueOfWrongType', 'correctValue', `${path}.changes`, { expected: 'list' });
  }
  const place = isList(value) ? path : `${path}.changes`;
  return {
    changes: listed.flatMap(
      (change, index) => readWord(reading, change, `${place}[${index}]`, inflightChangeTypes) ?? [],
    ),
    characteristics: entry === undefined ? 'any' : readNames(entry),
  };
}

function readNames({ reading, object, path }: Row): ChangeReaction['characteristics'] {
  const { characteristics = 'any' } = object;
  if (characteristics === 'any') return 'any';
  const names = isList(characteristics) ? characteristics.filter(name => typeof name === 'string') : [];
  if (!isList(characteristics) || names.length < characteristics.length) {
    report(reading, 'valueOfWrongType', 'correctValue', `${path}.characteristics`, { expected: 'list' });
  }
  return names;
}

function readUndo(row: Row): TaskTemplate['undo'] {
  const value = row.object['undo'];
  if (value === undefined || value === null) return undefined;
  if (value === 'nothing') return value;
  const undo = readRow(row.reading, value, `${row.path}.undo`, undoKeys);
  if (undo === undefined) return undefined;
  const instructions = optionalText(undo, 'instructions');
  const group = optionalText(undo, 'group');
  return {
    title: requiredText(undo, 'title'),
    ...(instructions === undefined ? {} : { instructions }),
    durationMinutes: requiredMinutes(undo, 'duration'),
    ...(group === undefined ? {} : { group }),
  };
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
