/** A domain order while decomposition is still working on it. */
import type { Specification } from '../catalog/catalog.ts';
import { hasValue } from '../catalog/characteristicValue.ts';
import type { JsonValue } from '../json.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import type { LineAction } from '../vocabulary/states.ts';
import type { DecomposedDomainOrder } from './decomposed.ts';

/** A value and where it came from; a mapped one knows the mapping and the value that feeds it. */
export type HeldValue = {
  readonly value: JsonValue;
  readonly valueType?: string;
  readonly from: 'line' | 'mapping' | 'default' | 'task';
  readonly fedBy?: { readonly mapping: string; readonly draft: DraftOrder; readonly characteristic: string };
};

export type DraftOrder = {
  /** Its place among all domain orders of the plan, from 1. */
  readonly number: number;
  readonly line: number;
  readonly parent?: DraftOrder;
  /** Number of the domain order at the top of its tree: one for every unit of the line's quantity. */
  readonly top: number;
  readonly unit?: DecomposedDomainOrder['unit'];
  readonly specification: Specification;
  readonly action: LineAction;
  readonly quantity: number;
  readonly values: Map<string, HeldValue>;
  readonly children: DraftOrder[];
};

/** The value under that name, or undefined when there is none or it is empty. */
export function findHeld(draft: DraftOrder, name: string): HeldValue | undefined {
  const held = draft.values.get(name);
  return hasValue(held?.value) ? held : undefined;
}

/** Rules and defaults describe what to build; an action that only takes away or pauses needs neither (domain.md A.6 item 4). */
export const buildsAnything = (action: LineAction): boolean => action === 'add' || action === 'change';

/** Fills what is still missing from the specification's defaults. */
export function fillDefaults(draft: DraftOrder): void {
  for (const { name, defaultValue, valueType } of draft.specification.characteristics) {
    if (!hasValue(defaultValue) || findHeld(draft, name) !== undefined) continue;
    draft.values.set(name, { value: defaultValue, from: 'default', ...(valueType === undefined ? {} : { valueType }) });
  }
}

/** The values as rows of the finished domain order. */
export function listValues(draft: DraftOrder): CharacteristicValue[] {
  const rows: CharacteristicValue[] = [];
  for (const [name, { value, valueType }] of draft.values) {
    rows.push(valueType === undefined ? { name, value } : { name, value, valueType });
  }
  return rows;
}
