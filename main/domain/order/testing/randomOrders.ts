/** Random captured orders and the catalogs they ask from: nested lines, every action, lines that wait for lines, circles now and then. */
import fc from 'fast-check';
import type { Catalog, Specification } from '../../catalog/catalog.ts';
import type { CapturedLine, CapturedOrder } from '../../vocabulary/captured.ts';
import { lineActions, priorities } from '../../vocabulary/states.ts';
import { captured } from './captures.ts';
import { catalogs } from './randomCatalogs.ts';

const lineOf = (services: readonly Specification[]) =>
  fc.record({
    action: fc.constantFrom(...lineActions, 'add', 'add', 'add'),
    service: fc.constantFrom(...services.map(({ id }) => id)),
    quantity: fc.integer({ min: 1, max: 2 }),
    site: fc.constantFrom(undefined, undefined, 'North', 'South'),
    nestedIn: fc.option(fc.nat(4), { nil: undefined, freq: 2 }),
    waits: fc.array(fc.nat(4), { maxLength: 2 }),
    values: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 1, true, ''), { maxKeys: 3 }),
  });

/** An order and the catalog it asks from; nested lines come after the line around them. */
export const orders: fc.Arbitrary<{ readonly catalog: Catalog; readonly order: CapturedOrder }> = catalogs.chain(
  catalog => {
    const services = catalog.specifications.filter(({ kind }) => kind === 'service');
    return fc
      .record({
        lines: fc.array(lineOf(services), { minLength: 1, maxLength: 5, size: 'max' }),
        priority: fc.constantFrom(...priorities),
        // Most orders could be approved: there, lines wait for earlier ones only.
        inCircles: fc.constantFrom(false, false, false, true),
      })
      .map(({ lines, priority, inCircles }) => ({
        catalog,
        order: captured(
          lines.map(({ action, service, quantity, site, nestedIn, waits, values }, index): CapturedLine => ({
            itemId: String(index),
            action,
            quantity,
            specification: { id: service },
            ...(site === undefined ? {} : { location: { name: site } }),
            ...(nestedIn === undefined || nestedIn >= index ? {} : { parent: nestedIn + 1 }),
            contacts: [],
            characteristics: Object.entries(values).map(([name, value]) => ({ name, value })),
            relationships: waits
              .filter(other => inCircles || other < index)
              .map(other => ({ type: 'reliesOn', itemId: String(other), waits: true })),
          })),
          { priority },
        ),
      }));
  },
);
