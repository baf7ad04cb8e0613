/** The words an order, a task or a fallout can be found by (features Q1). */
import type { Fallout, Order, OrderLine, OrderTask } from '../../main/domain/order/order.ts';
import type { CharacteristicValue, Location } from '../../main/domain/vocabulary/captured.ts';
import { getRow, listRows } from '../../main/domain/table.ts';
import { accountName, numberValue, specificationName, textOf } from './cells.ts';

/** A word nobody can type, in the documents of orders only: it makes a search for orders skip the far more numerous tasks. */
export const ORDER_MARK = '\uE001';

type Word = string | number | null | undefined;

/** Everything the order was captured with that a person may remember: numbers, customer, addresses, specifications, values. */
export function wordsOfOrder(order: Order): string {
  const { number, externalId, sourceId, account, description, category } = order;
  return joined([
    ORDER_MARK,
    number,
    numberValue(number),
    externalId,
    sourceId,
    account?.id,
    account?.name,
    description,
    category,
    // Lines of one order say much the same.
    ...new Set(listRows(order.lines).flatMap(wordsOfLine)),
  ]);
}

/** The task's title, where it is for whom, and the values recorded on it; by its number it is found without the text index. */
export function wordsOfTask(order: Order, task: OrderTask): string {
  const domainOrder = order.plan && getRow(order.plan.domainOrders, task.domainOrder);
  const words = [task.title, domainOrder?.name, accountName(order), getRow(order.lines, task.line).location?.name];
  return joined(task.values.length === 0 ? words : [...words, ...task.values.flatMap(wordsOfValue)]);
}

export function wordsOfFallout(order: Order, fallout: Fallout): string {
  const task = order.plan && getRow(order.plan.tasks, fallout.task);
  return joined([fallout.type, fallout.text, task?.title, accountName(order)]);
}

function wordsOfLine(line: OrderLine): readonly Word[] {
  return [
    line.itemId,
    line.name,
    specificationName(line),
    line.serviceId,
    ...wordsOfLocation(line.location),
    ...line.characteristics.flatMap(wordsOfValue),
  ];
}

const wordsOfLocation = (location: Location | undefined): readonly Word[] => [location?.name, location?.address];

const wordsOfValue = ({ value }: CharacteristicValue): readonly Word[] =>
  typeof value === 'boolean' ? [] : [textOf(value)];

/** The index takes a word once, however often it comes. */
function joined(words: readonly Word[]): string {
  let text = '';
  for (const word of words) if (word !== undefined && word !== null) text += `${word} `;
  return text;
}
