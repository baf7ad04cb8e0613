/** Values of the domain as cells of a read model. */
import type { JsonValue } from '../../main/domain/json.ts';
import type { Order, OrderLine } from '../../main/domain/order/order.ts';
import { priorities, type Priority } from '../../main/domain/vocabulary/states.ts';

/** Sorts after every date, so that what has none comes last. */
export const NO_DATE = '9999';

/** 1 is critical, 5 is planning. */
export const priorityRank = (priority: Priority): number => priorities.indexOf(priority) + 1;

export function priorityOf(rank: number): Priority {
  const priority = priorities[rank - 1];
  if (priority === undefined) throw new Error(`There is no priority ${rank}.`);
  return priority;
}

/** The name of the priority in a column `priority`, in SQL. */
export const prioritySql = `CASE priority ${priorities.map(name => `WHEN ${priorityRank(name)} THEN '${name}'`).join(' ')} END`;

/** Text as it is, anything else as JSON, nothing as null. */
export function textOf(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The digits of a human number: `ORD0000421` is 421. The last fifteen, for no more are exact. */
export const numberValue = (number: string): number => Number(number.replaceAll(/\D/g, '').slice(-15));

export const accountName = ({ account }: Order): string | null => account?.name ?? account?.id ?? null;

/** What a line asks for, by the best name its document gives. */
export const specificationName = ({ specification, name, matched }: OrderLine): string | null =>
  specification?.name ?? name ?? specification?.id ?? matched ?? null;
