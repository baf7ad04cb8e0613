/** Turns what the window asks of an order under way into changes the domain knows: values without gaps, and new lines with ids of their own. */
import type { NewLine, RevisionChange as AskedChange } from '../../../preload/contract/revision.ts';
import type { Order } from '../../domain/order/order.ts';
import { findRow, listRows } from '../../domain/table.ts';
import type { CapturedLine } from '../../domain/vocabulary/captured.ts';
import type { RevisionChange } from '../../domain/vocabulary/revision.ts';
import { defined } from '../defined.ts';

/** Without an order new lines are numbered from 1; whatever is then asked of it is refused anyway. */
export function revisionChanges(order: Order | null, asked: readonly AskedChange[]): readonly RevisionChange[] {
  let next = nextItemId(order);
  return asked.map((change): RevisionChange => {
    switch (change.kind) {
      case 'addLine':
        return { kind: 'addLine', line: capturedLine(change.line, String(next++), order) };
      case 'location':
        return { ...change, value: defined(change.value) };
      case 'contact':
        return { ...change, value: defined(change.value) };
      case 'contacts':
        return { ...defined(change), value: change.value.map(defined) };
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

function capturedLine(asked: NewLine, itemId: string, order: Order | null): CapturedLine {
  const { specification, name, quantity, location, characteristics, action = 'add', serviceId, parent } = asked;
  const { waitsFor = [], relatedItems = [], contacts = [] } = asked;
  return {
    itemId,
    action,
    ...(name === undefined ? {} : { name }),
    ...(parent === undefined ? {} : { parent }),
    quantity,
    specification: { id: specification },
    ...(serviceId === undefined ? {} : { serviceId }),
    ...(location === null ? {} : { location: defined(location) }),
    contacts: contacts.map(defined),
    characteristics,
    relationships: [
      ...waitsFor.map(line => ({ type: waiting, itemId: itemIdOf(order, line), waits: true })),
      ...relatedItems.map(item => ({ ...item, waits: false })),
    ],
  };
}

/** As TMF641 says it. */
const waiting = 'dependency';

/** Of a line that is not there its number, so that the refusal can name it. */
const itemIdOf = (order: Order | null, line: number): string =>
  (order === null ? undefined : findRow(order.lines, line)?.itemId) ?? `L${line}`;
