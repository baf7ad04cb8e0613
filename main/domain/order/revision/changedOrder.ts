/** What an order would ask for after the changes of a revision. */
import type { CapturedLine, CapturedOrder } from '../../vocabulary/captured.ts';
import type { RevisionChange } from '../../vocabulary/revision.ts';
import { inUtc } from './effectiveChanges.ts';
import { withValue } from '../evolveTask.ts';

/** Canceled lines stay where they are, so that every line keeps its number; new ones come last. */
export const changedCapture = (captured: CapturedOrder, changes: readonly RevisionChange[]): CapturedOrder =>
  changes.reduce(withChange, captured);

function withChange(captured: CapturedOrder, change: RevisionChange): CapturedOrder {
  switch (change.kind) {
    case 'characteristic':
      return onLine(captured, change.line, line => ({
        ...line,
        characteristics: withValue(line.characteristics, change.name, change.value),
      }));
    case 'quantity':
      return onLine(captured, change.line, line => ({ ...line, quantity: change.value }));
    case 'location':
      return onLine(captured, change.line, line => ({ ...line, location: change.value }));
    case 'contact':
      return { ...captured, contacts: [change.value, ...captured.contacts.slice(1)] };
    case 'contacts':
      return change.line === undefined
        ? { ...captured, contacts: change.value }
        : onLine(captured, change.line, line => ({ ...line, contacts: change.value }));
    case 'relatedItems':
      return onLine(captured, change.line, line => ({
        ...line,
        relationships: [
          ...line.relationships.filter(({ waits }) => waits),
          ...change.value.map(item => ({ ...item, waits: false })),
        ],
      }));
    case 'requestedCompletion': {
      const { requestedCompletion: _before, ...rest } = captured;
      const value = inUtc(change.value);
      return value === null ? rest : { ...rest, requestedCompletion: value };
    }
    case 'addLine':
      return { ...captured, lines: [...captured.lines, change.line] };
    case 'cancelLine':
      return captured;
  }
}

const onLine = (
  captured: CapturedOrder,
  number: number,
  change: (line: CapturedLine) => CapturedLine,
): CapturedOrder => ({
  ...captured,
  lines: captured.lines.map((line, index) => (index === number - 1 ? change(line) : line)),
});
