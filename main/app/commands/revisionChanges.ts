/** Turns what the window asks of an order under way into changes the domain knows: values without gaps, and new lines with ids of their own. */
import type { NewLine, RevisionChange as AskedChange } from '../../../preload/contract/revision.ts';
import type { Order } from '../../domain/order/order.ts';
import { listRows } from '../../domain/table.ts';
import type { CapturedLine } from '../../domain/vocabulary/captured.ts';
import type { RevisionChange } from '../../domain/vocabulary/revision.ts';
import { defined } from '../defined.ts';

/** Without an order new lines are numbered from 1; whatever is then asked of it is refused anyway. */
export function revisionChanges(order: Order | null, asked: readonly AskedChange[]): readonly RevisionChange[] {
  let next = nextItemId(order);
  return asked.map((change): RevisionChange => {
    switch (change.kind) {
      case 'addLine':
        return { kind: 'addLine', line: capturedLine(change.line, String(next++)) };
      case 'location':
        return { ...change, value: defined(change.value) };
      case 'contact':
        return { ...change, value: defined(change.value) };
      case 'quantity':
        return defined(change);
      default:
        return change;
    }
  });
}

/** One more than the highest number among the ids of its lines, and than the number of lines. */
function nextItemId(order: Order | null): number {
  const lines = order === null ? [] : listRows(order.lines);
  const numbers = lines.flatMap(({ itemId }) => (/^\d{1,9}$/.test(itemId) ? [Number(itemId)] : []));
  return numbers.reduce((most, number) => Math.max(most, number), lines.length) + 1;
}

const capturedLine = (
  { specification, name, quantity, location, characteristics }: NewLine,
  itemId: string,
): CapturedLine => ({
  itemId,
  action: 'add',
  ...(name === undefined ? {} : { name }),
  quantity,
  specification: { id: specification },
  ...(location === null ? {} : { location: defined(location) }),
  contacts: [],
  characteristics,
  relationships: [],
});
