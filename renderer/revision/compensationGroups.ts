/** The tasks that a change touches, by line and domain order, in the order in which the app tells them. */
import type { CompensationRow } from '../../preload/contract/revision.ts';

export type DomainOrderGroup = { readonly name: string | null; readonly rows: readonly CompensationRow[] };

export type LineGroup = {
  readonly line: number;
  readonly name: string;
  readonly domainOrders: readonly DomainOrderGroup[];
};

type Growing = {
  line: number;
  name: string;
  domainOrders: { key: string; name: string | null; rows: CompensationRow[] }[];
};

export function groupRows(rows: readonly CompensationRow[]): readonly LineGroup[] {
  const lines = new Map<number, Growing>();
  for (const row of rows) {
    const line = lines.get(row.line) ?? { line: row.line, name: row.lineName, domainOrders: [] };
    lines.set(row.line, line);
    const key = row.domainOrder ?? row.domainOrderName ?? '';
    const known = line.domainOrders.find(one => one.key === key);
    if (known) known.rows.push(row);
    else line.domainOrders.push({ key, name: row.domainOrderName, rows: [row] });
  }
  return [...lines.values()];
}
