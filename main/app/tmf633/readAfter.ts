/** What a task or a whole template waits for, as plan templates write it down (docs/catalog-format.md). */
import type { DependencyTiming, TemplateDependency } from '../../domain/catalog/catalog.ts';
import { optionalMinutes } from './readDuration.ts';
import { isList, optionalFlag, optionalText, readRow, readWord, report, requiredText, type Row } from './reading.ts';

const keys = ['children', 'specification', 'task', 'otherOrders', 'on', 'lag', 'lagMinutes'];

/** A text is a task of the same template; an object says `children`, `task`, `specification` or `otherOrders`, and how it lets go. */
export function readAfter(row: Row): TemplateDependency[] {
  const { reading, object } = row;
  const value = object['after'];
  const path = `${row.path}.after`;
  if (value === undefined || value === null) return [];
  const list = isList(value) ? value : [value];
  return list.flatMap((item, index): TemplateDependency[] => {
    if (typeof item === 'string') return [{ kind: 'task', task: item }];
    const entry = readRow(reading, item, isList(value) ? `${path}[${index}]` : path, keys);
    return entry === undefined ? [] : [readDependency(entry)];
  });
}

function readDependency(entry: Row): TemplateDependency {
  const { reading, object, path } = entry;
  if (object['otherOrders'] !== undefined) return readOutside(entry);
  const timing = readTiming(entry);
  if (optionalFlag(entry, 'children') === true) return { kind: 'children', ...timing };
  const specification = optionalText(entry, 'specification');
  if (specification === undefined) return { kind: 'task', task: requiredText(entry, 'task'), ...timing };
  const task = optionalText(entry, 'task');
  if (specification === '')
    report(reading, 'valueMissing', 'addValue', `${path}.specification`, { key: 'specification' });
  return { kind: 'specification', specification, ...(task === undefined ? {} : { task }), ...timing };
}

/** What other orders have is waited for to its end, at once. */
function readOutside(entry: Row): TemplateDependency {
  const { reading, object, path } = entry;
  for (const key of ['on', 'lag', 'lagMinutes', 'children']) {
    if (object[key] !== undefined) {
      report(reading, 'keyUnknown', 'correctOrRemoveKey', `${path}.${key}`, {
        key,
        known: ['otherOrders', 'specification', 'task'],
      });
    }
  }
  const task = optionalText(entry, 'task');
  return {
    kind: 'otherOrders',
    specification: requiredText(entry, 'specification'),
    ...(task === undefined ? {} : { task }),
    same: readWord(reading, object['otherOrders'], `${path}.otherOrders`, ['account', 'location']) ?? 'account',
  };
}

function readTiming(entry: Row): DependencyTiming {
  const { reading, object, path } = entry;
  const on = object['on'] === undefined ? undefined : readWord(reading, object['on'], `${path}.on`, ['start', 'end']);
  const lagMinutes = optionalMinutes(entry, 'lag');
  return { ...(on === 'start' ? { on } : {}), ...(lagMinutes === undefined ? {} : { lagMinutes }) };
}
