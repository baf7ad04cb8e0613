/** Finds what the tasks of a plan wait for in other orders, and what no order has yet (features O6). */
import type { DependencyTiming, OutsideTemplateDependency } from '../catalog/catalog.ts';
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import type { Decomposed, OutsideDependency, OutsideWant } from './decomposed.ts';
import { stricter, taskTemplates, type LinkablePart } from './linkParts.ts';

/** A part of another order. */
export type OutsidePart = Omit<OutsideDependency, 'task' | 'on' | 'lagMinutes'>;

/** What other orders under way have of it, by the line that waits. */
export type FindOutside = (wanted: OutsideTemplateDependency, line: number) => readonly OutsidePart[];

type Linked = Required<Pick<Decomposed, 'outside' | 'wants'>>;

/** The tasks that wait for parts of other orders; when the whole template does, its first tasks wait for all of it. */
export function linkOutside(parts: readonly LinkablePart[], find: FindOutside, catalog: IndexedCatalog): Linked {
  const found = new Map<number, Map<OutsideTemplateDependency, readonly OutsidePart[]>>();
  const findOnce = (wanted: OutsideTemplateDependency, line: number): readonly OutsidePart[] => {
    const ofLine = found.get(line) ?? new Map<OutsideTemplateDependency, readonly OutsidePart[]>();
    found.set(line, ofLine);
    const known = ofLine.get(wanted) ?? find(wanted, line);
    ofLine.set(wanted, known);
    return known;
  };
  const templates = taskTemplates();
  const [outside, wants]: [OutsideDependency[], { task: number; want: OutsideWant }[]] = [[], []];
  for (const { template, tasks, line } of parts) {
    if (template === undefined) continue;
    for (const { key, number } of tasks) {
      const own = templates(template).get(key)?.after ?? [];
      const isFirst = own.every(({ kind }) => kind !== 'task');
      const wanted = [...own, ...(isFirst ? template.after : [])].filter(wait => wait.kind === 'otherOrders');
      const rows = wanted.flatMap(wait => findOnce(wait, line).map(part => timed(part, wait)));
      for (const row of eachOnce(rows)) outside.push({ task: number, ...row });
      for (const wait of new Set(wanted)) {
        if (findOnce(wait, line).length === 0) wants.push({ task: number, want: wantOf(wait, catalog) });
      }
    }
  }
  return { outside, wants };
}

type Row = Omit<OutsideDependency, 'task'>;

export const timed = (part: OutsidePart, { on, lagMinutes }: DependencyTiming): Row => ({
  ...part,
  ...(on === undefined ? {} : { on }),
  ...(lagMinutes === undefined ? {} : { lagMinutes }),
});

/** Of two waits for one part the stricter holds. */
export function eachOnce(rows: readonly Row[]): readonly Row[] {
  const byPart = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.order} ${row.node}`;
    const known = byPart.get(key);
    const { on: _on, lagMinutes: _lag, ...part } = row;
    byPart.set(key, timed(part, stricter(known, row)));
  }
  return [...byPart.values()];
}

function wantOf(wait: OutsideTemplateDependency, { specifications }: IndexedCatalog): OutsideWant {
  const { kind: _kind, ...wanted } = wait;
  return { ...wanted, name: specifications.get(wait.specification)?.name ?? wait.specification };
}
