/** Spoils an order of the demo the way real ones are spoiled, and says how somebody puts it right. */
import type { OrderCommand } from '../../domain/order/commands.ts';
import type { Chance } from './chance.ts';
import type { DemoData, Fault } from './demoData.ts';
import type { DemoLine, DemoOrder } from './orderDocument.ts';
import { locationOf } from './sites.ts';
import { DAY, afternoonOf } from './workTime.ts';

export function spoil(order: DemoOrder, fault: Fault, data: DemoData, chance: Chance): DemoOrder {
  switch (fault) {
    case 'noLocation':
      return withLine(order, order.lines.length, ({ site: _site, ...line }) => line);
    case 'unknownSpecification':
      return withLine(order, 1, line => ({ ...line, specification: { name: chance.pick(data.unknownServices) } }));
    case 'noContact': {
      const { contact: _contact, ...rest } = order;
      return rest;
    }
    case 'noDate': {
      const { requestedCompletion: _completion, requestedStart: _start, ...rest } = order;
      return rest;
    }
    case 'pastDate': {
      const { requestedStart: _start, ...rest } = order;
      return { ...rest, requestedCompletion: afternoonOf(Date.parse(order.orderDate), -chance.whole(2, 9)) };
    }
    case 'startAfterEnd': {
      const end = Date.parse(order.requestedCompletion ?? order.orderDate);
      return { ...order, requestedStart: afternoonOf(end, 7) };
    }
    case 'noCharacteristic':
      return withLine(order, 1, line => ({
        ...line,
        characteristics: line.characteristics.filter(({ name }) => name !== 'administratorEmail'),
      }));
    case 'noService':
      return withLine(order, 1, line => ({ ...line, action: 'change' }));
    case 'circle':
      return withLine(order, 1, line => ({ ...line, waitsFor: ['2'] }), ['1']);
  }
}

/** The second line's waits may be given along, for a circle. */
function withLine(
  order: DemoOrder,
  number: number,
  change: (line: DemoLine) => DemoLine,
  secondWaitsFor?: readonly string[],
): DemoOrder {
  const lines = order.lines.map((line, index) => {
    if (index === number - 1) return change(line);
    return index === 1 && secondWaitsFor !== undefined ? { ...line, waitsFor: secondWaitsFor } : line;
  });
  return { ...order, lines };
}

/** What makes the spoiled order whole again; `meant` is the order without its fault. */
export function mendingOf(meant: DemoOrder, fault: Fault, at: number): OrderCommand {
  const [first] = meant.lines;
  const { site } = meant.lines.at(-1) ?? {};
  switch (fault) {
    case 'noLocation':
      if (site === undefined) break;
      return { type: 'correct', changes: [{ field: 'location', line: meant.lines.length, value: locationOf(site) }] };
    case 'unknownSpecification':
      return { type: 'matchLine', line: 1, specification: first?.specification.id ?? '' };
    case 'noContact': {
      const { name = '', email = '', phone = '' } = meant.contact ?? {};
      return { type: 'correct', changes: [{ field: 'contact', value: { name, email, phone } }] };
    }
    case 'noCharacteristic': {
      const value = meant.contact?.email ?? '';
      return { type: 'correct', changes: [{ field: 'characteristic', line: 1, name: 'administratorEmail', value }] };
    }
    case 'startAfterEnd':
      return { type: 'correct', changes: [{ field: 'requestedStart', value: afternoonOf(at + DAY, 1) }] };
    case 'noDate':
    case 'pastDate': {
      const value = meant.requestedCompletion ?? afternoonOf(at, 14);
      return { type: 'correct', changes: [{ field: 'requestedCompletion', value }] };
    }
    case 'noService':
    case 'circle':
  }
  throw new Error(`Nobody at the desk can mend ${fault}`);
}
