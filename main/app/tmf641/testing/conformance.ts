/** Checks a document against the definitions of a Swagger file as far as tests need it: required properties, kinds, enumerations, date-times. */
import type { JsonValue } from '../../../domain/json.ts';
import { isEmpty } from '../itemLists.ts';
import { isList, isObject, pathTo, root } from '../jsonPath.ts';
import { isDateTime } from '../readDate.ts';

export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly JsonValue[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};
export type Definitions = Readonly<Record<string, Schema>>;

/** What is wrong and where; empty values are taken for absent ones. */
export function faultsOf(value: JsonValue, schema: Schema, definitions: Definitions, path = root): readonly string[] {
  const { type, format, items, properties, required = [], ...rest } = resolved(schema, definitions);
  if (isEmpty(value)) return [];
  if (type === 'array') {
    if (!isList(value)) return [`${path}: no list`];
    return value.flatMap((entry, index) => faultsOf(entry, items ?? {}, definitions, pathTo(path, index)));
  }
  if (properties !== undefined) {
    if (!isObject(value)) return [`${path}: no object`];
    const missing = required.filter(key => !Object.hasOwn(value, key)).map(key => `${pathTo(path, key)}: missing`);
    const wrong = Object.entries(value).flatMap(([key, entry]) =>
      properties[key] === undefined ? [] : faultsOf(entry, properties[key], definitions, pathTo(path, key)),
    );
    return [...missing, ...wrong];
  }
  if (rest.enum !== undefined && !rest.enum.includes(value)) return [`${path}: ${JSON.stringify(value).slice(1, -1)}`];
  if (type === 'string' && typeof value !== 'string') return [`${path}: no text`];
  if (format === 'date-time' && typeof value === 'string' && !isDateTime(value)) return [`${path}: no date`];
  return type === 'integer' && !Number.isInteger(value) ? [`${path}: no whole number`] : [];
}

function resolved(schema: Schema, definitions: Definitions): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (definitions[name] ?? {});
}
