/** Makes the lines of the demo's orders from what the catalog offers. */
import type { Specification } from '../../domain/catalog/catalog.ts';
import type { IndexedCatalog } from '../../domain/catalog/indexCatalog.ts';
import { decompose } from '../../domain/decomposition/decompose.ts';
import { findCompanions } from '../../domain/decomposition/findCompanions.ts';
import type { CalendarOf } from '../../domain/policy/calendar.ts';
import type { Chance } from './chance.ts';
import type { Customer, DemoData } from './demoData.ts';
import { changedValue, orderValues } from './orderValues.ts';
import type { Scenario, ScenarioLine } from './scenario.ts';
import { contactOf, sitesOf, type Site } from './sites.ts';

export type Offering = { readonly data: DemoData; readonly catalog: IndexedCatalog; readonly calendarOf: CalendarOf };

/** Throws when the catalog does not have it: the demo and its catalog are shipped together. */
export function specificationOf({ catalog }: Offering, id: string): Specification {
  const found = catalog.specifications.get(id);
  if (found === undefined) throw new Error(`The catalog of the demo has no ${id}`);
  return found;
}

type Added = {
  readonly customer: Customer;
  readonly site: Site;
  readonly chance: Chance;
  readonly itemId: string;
  readonly waitsFor?: readonly string[];
};

export function addLine(offering: Offering, id: string, { waitsFor = [], itemId, ...facts }: Added): ScenarioLine {
  const specification = specificationOf(offering, id);
  const email = contactOf(offering.data, facts.customer).email ?? '';
  return {
    itemId,
    action: 'add',
    specification: referenceTo(specification),
    site: facts.site,
    characteristics: orderValues(specification, { ...facts, email }),
    waitsFor,
  };
}

/** The line with these values instead of those that chance gave it. */
export const asking = (line: ScenarioLine, wish: Readonly<Record<string, string | number>>): ScenarioLine => ({
  ...line,
  characteristics: line.characteristics.map(one => ({ ...one, value: wish[one.name] ?? one.value })),
});

const referenceTo = ({ id, name, version }: Specification) => ({
  id,
  name,
  ...(version === undefined ? {} : { version }),
});

/** One to four services, most often one; each at a site of the customer, some after the one before. */
export function ordinaryLines(
  offering: Offering,
  customer: Customer,
  chance: Chance,
  least = 1,
): readonly ScenarioLine[] {
  const sector = offering.data.sectors[customer.sector];
  if (sector === undefined) throw new Error(`The demo knows no sector ${customer.sector}`);
  const count = Math.max(least, Number(chance.weighted({ 1: 68, 2: 20, 3: 8, 4: 4 })));
  const sites = sitesOf(offering.data, customer, customer.cities.length + 1);
  const lines = Array.from({ length: count }, (_, index) => {
    const follows = index > 0 && chance.happens(0.35);
    return addLine(offering, chance.weighted(sector.services), {
      customer,
      site: chance.pick(sites),
      chance,
      itemId: String(index + 1),
      waitsFor: follows ? [String(index)] : [],
    });
  });
  return withCompanions(offering, lines, { customer, chance });
}

/** What the catalog says a line needs beside it is ordered with it, unless it is ordered anyway. */
function withCompanions(
  offering: Offering,
  lines: readonly ScenarioLine[],
  who: Pick<Added, 'customer' | 'chance'>,
): readonly ScenarioLine[] {
  const all = [...lines];
  for (const { source, requires } of offering.catalog.catalog.compatibilityRules ?? []) {
    const needing = lines.find(({ specification }) => specification.id === source);
    if (needing?.site === undefined || all.some(({ specification }) => specification.id === requires)) continue;
    all.push(addLine(offering, requires, { ...who, site: needing.site, itemId: String(all.length + 1) }));
  }
  return all;
}

/** The overlay with its hub, and an edge at every site; `withAccess` also builds the line each site needs, but for those `served` already. */
export function rollOutLines(
  offering: Offering,
  customer: Customer,
  chance: Chance,
  {
    sites: count,
    withAccess = false,
    served = [],
  }: { readonly sites: number; readonly withAccess?: boolean; readonly served?: readonly string[] },
): readonly ScenarioLine[] {
  const [first, ...others] = sitesOf(offering.data, customer, count + 1);
  if (first === undefined) throw new Error('A roll-out needs sites');
  const overlay = addLine(offering, 'cfs-sd-wan', { customer, site: first, chance, itemId: '1' });
  const edgesWait = !withAccess && chance.happens(0.4);
  return [
    overlay,
    ...others.flatMap((site, index) => {
      const edgeId = `${index + 2}`;
      const accessId = `${edgeId}.1`;
      const isBuilt = withAccess && !served.includes(site.id);
      const waitsFor = isBuilt ? [accessId] : edgesWait ? ['1'] : [];
      const edge = addLine(offering, 'rfs-sd-wan-edge', { customer, site, chance, itemId: edgeId, waitsFor });
      if (!isBuilt) return [edge];
      const access = addLine(offering, 'cfs-internet-access', { customer, site, chance, itemId: accessId });
      return [asking(access, { withAccess: 'yes', ddosProtection: 'no' }), edge];
    }),
  ];
}

/** Something done to the service that the first line of an earlier order provided. */
export function followUpLine(
  offering: Offering,
  earlier: Scenario,
  action: 'change' | 'disconnect' | 'suspend' | 'resume',
  chance: Chance,
): ScenarioLine {
  const [line] = earlier.lines;
  if (line === undefined) throw new Error('An order without lines provides nothing');
  const specification = specificationOf(offering, line.specification.id ?? '');
  const service = line.service ?? { of: earlier, line: 1 };
  const characteristics = action === 'change' ? changedValue(specification, line.characteristics, chance) : [];
  return { ...line, itemId: '1', action, characteristics, waitsFor: [], service };
}

/** Monday morning of some week. */
const someMonday = Date.parse('2026-01-05T09:00:00.000Z');

/** How long the plan of these lines takes at the least, nights and weekends included, in milliseconds. */
export function lengthOf({ catalog, calendarOf }: Offering, lines: readonly ScenarioLine[]): number {
  const numbers = new Map(lines.map(({ itemId }, index) => [itemId, index + 1]));
  const { lines: waiting } = findCompanions(
    lines.map(({ itemId, action, quantity = 1, specification, characteristics, waitsFor }) => ({
      number: numbers.get(itemId) ?? 0,
      action,
      specification,
      ...(specification.id === undefined ? {} : { matched: specification.id }),
      quantity,
      characteristics,
      waitsFor: waitsFor.flatMap(other => numbers.get(other) ?? []),
    })),
    catalog,
    () => [],
  );
  const plan = decompose({ lines: waiting, catalog, at: new Date(someMonday).toISOString(), calendarOf });
  if (!plan.ok) throw new Error(`A plan of the demo waits for itself: ${plan.error.path.join(', ')}`);
  return plan.value.tasks.reduce((latest, { plannedEnd }) => Math.max(latest, Date.parse(plannedEnd) - someMonday), 0);
}
