/** Finds what lines need beside themselves: another line of the order, or a service the account already has (domain.md A.2, features D1). */
import type { CompatibilityRule } from '../catalog/catalog.ts';
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { buildsAnything } from './draftOrder.ts';
import type { DecomposableLine } from './expandLine.ts';
import { groupCircles } from './sameCircle.ts';
import { siteOf } from './sites.ts';
import type { CompatibilityTrace } from './trace.ts';
import { lineId } from '../vocabulary/node.ts';

/** Services the account has in use, of a specification, with the key of their site. */
export type FindServices = (
  specification: string,
) => readonly { readonly serviceId: string; readonly location?: string }[];

export type Companions = {
  /** One row per line and rule, in the order of the lines. */
  readonly found: readonly CompatibilityTrace[];
  /** The lines, each waiting also for the companions among them. */
  readonly lines: readonly DecomposableLine[];
};

/**
 * A companion in the order is preferred, at the same site if there is one, else the first; the line then waits for it.
 * Lines that would wait for each other in a circle are all there, which is what the rules ask; so none of them waits.
 */
export function findCompanions(
  lines: readonly DecomposableLine[],
  catalog: IndexedCatalog,
  findServices: FindServices,
): Companions {
  const rules = Map.groupBy(catalog.catalog.compatibilityRules ?? [], ({ source }) => source);
  if (rules.size === 0) return { found: [], lines };
  const findLine = lineFinder(lines);
  const found: CompatibilityTrace[] = [];
  const waits: { readonly line: number; readonly on: number }[] = [];
  for (const line of lines) {
    if (line.matched === undefined || !buildsAnything(line.action)) continue;
    for (const rule of rules.get(line.matched) ?? []) {
      const companion = rule.within === 'inventory' ? undefined : findLine(rule, line);
      const row = { rule: rule.id, line: line.number, requires: rule.requires };
      if (companion !== undefined) {
        found.push({ ...row, found: 'line', by: lineId(companion) });
        waits.push({ line: line.number, on: companion });
        continue;
      }
      const service = rule.within === 'order' ? undefined : findService(rule, line, findServices);
      found.push(service === undefined ? { ...row, found: 'nowhere' } : { ...row, found: 'inventory', by: service });
    }
  }
  const added = Map.groupBy(withoutCircles(lines, waits), ({ line }) => line);
  return {
    found,
    lines: lines.map(line => {
      const more = added.get(line.number) ?? [];
      return more.length === 0
        ? line
        : { ...line, waitsFor: [...new Set([...line.waitsFor, ...more.map(({ on }) => on)])] };
    }),
  };
}

function lineFinder(lines: readonly DecomposableLine[]) {
  const building = lines.filter(({ action }) => buildsAnything(action));
  const all = Map.groupBy(building, ({ matched }) => matched);
  const atSite = Map.groupBy(building, ({ matched, location }) => keyOf(matched, siteOf(location)));
  return ({ requires, sameLocation }: CompatibilityRule, line: DecomposableLine): number | undefined => {
    const other = ({ number }: DecomposableLine): boolean => number !== line.number;
    const site = siteOf(line.location);
    const near = site === undefined ? undefined : atSite.get(keyOf(requires, site))?.find(other);
    return (near ?? (sameLocation === true ? undefined : all.get(requires)?.find(other)))?.number;
  };
}

const keyOf = (specification: string | undefined, site: string | undefined): string =>
  JSON.stringify([specification, site]);

function findService(
  { requires, sameLocation }: CompatibilityRule,
  line: DecomposableLine,
  findServices: FindServices,
): string | undefined {
  const site = siteOf(line.location);
  const services = findServices(requires);
  const near = site === undefined ? undefined : services.find(({ location }) => location === site);
  return (near ?? (sameLocation === true ? undefined : services[0]))?.serviceId;
}

type Wait = { readonly line: number; readonly on: number };

/** A line starts after what it and the lines around it wait for, and ends with the lines nested in it: two nodes each. */
function withoutCircles(lines: readonly DecomposableLine[], waits: readonly Wait[]): readonly Wait[] {
  const starts = new Map(lines.map(({ number }, index) => [number, index * 2]));
  const from: number[] = [];
  const to: number[] = [];
  const edge = (before: number, after: number): void => {
    from.push(before);
    to.push(after);
  };
  const wait = (line: number, on: number): void => {
    const [start, other] = [starts.get(line), starts.get(on)];
    if (start !== undefined && other !== undefined) edge(other + 1, start);
  };
  for (const [index, { number, parent, waitsFor }] of lines.entries()) {
    edge(index * 2, index * 2 + 1);
    const outer = parent === undefined ? undefined : starts.get(parent);
    if (outer !== undefined) {
      edge(outer, index * 2);
      edge(index * 2 + 1, outer + 1);
    }
    for (const on of waitsFor) wait(number, on);
  }
  for (const { line, on } of waits) wait(line, on);
  const group = groupCircles(lines.length * 2, from, to);
  return waits.filter(({ line, on }) => {
    const [start, other] = [starts.get(line), starts.get(on)];
    return start !== undefined && other !== undefined && group[start] !== group[other + 1];
  });
}
