/** What a task or a whole template waits for, as plan templates write it down (docs/catalog-format.md). */
import { waitScopes, type DependencyTiming, type TemplateDependency } from '../../domain/catalog/catalog.ts';
import { optionalMinutes } from './readDuration.ts';
import { isList, optionalFlag, optionalText, readRow, readWord, report, requiredText, type Row } from './reading.ts';

const keys = ['children', 'specification', 'task', 'within', 'otherOrders', 'required', 'on', 'lag', 'lagMinutes'];

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
  refuseKeys(
    entry,
    ['required'],
    keys.filter(key => key !== 'required'),
  );
  const timing = readTiming(entry);
  if (optionalFlag(entry, 'children') === true) return { kind: 'children', ...timing };
  const specification = optionalText(entry, 'specification');
  if (specification === undefined) return { kind: 'task', task: requiredText(entry, 'task'), ...timing };
  const task = optionalText(entry, 'task');
  if (specification === '')
    report(reading, 'valueMissing', 'addValue', `${path}.specification`, { key: 'specification' });
  const within =
    object['within'] === undefined
      ? undefined
      : readWord(reading, object['within'], `${path}.within`, ['line', ...waitScopes]);
  return {
    kind: 'specification',
    specification,
    ...(task === undefined ? {} : { task }),
    ...(within === undefined || within === 'line' ? {} : { within }),
    ...timing,
  };
}

function readOutside(entry: Row): TemplateDependency {
  const { reading, object, path } = entry;
  refuseKeys(entry, ['children', 'within'], ['otherOrders', 'specification', 'task', 'required', 'on', 'lag']);
  const task = optionalText(entry, 'task');
  return {
    kind: 'otherOrders',
    specification: requiredText(entry, 'specification'),
    ...(task === undefined ? {} : { task }),
    same: readWord(reading, object['otherOrders'], `${path}.otherOrders`, ['account', 'location']) ?? 'account',
    ...(optionalFlag(entry, 'required') === true ? { required: true } : {}),
    ...readTiming(entry),
  };
}

/** Keys that mean nothing in this form would be passed over. */
function refuseKeys({ reading, object, path }: Row, unfit: readonly string[], known: readonly string[]): void {
  for (const key of unfit) {
    if (object[key] !== undefined)
      report(reading, 'keyUnknown', 'correctOrRemoveKey', `${path}.${key}`, { key, known: [...known] });
  }
}

function readTiming(entry: Row): DependencyTiming {
  const { reading, object, path } = entry;
  const on = object['on'] === undefined ? undefined : readWord(reading, object['on'], `${path}.on`, ['start', 'end']);
  const lagMinutes = optionalMinutes(entry, 'lag');
  return { ...(on === 'start' ? { on } : {}), ...(lagMinutes === undefined ? {} : { lagMinutes }) };
}
