/** What a key does in the plan's tree: where the focus goes, and which branch opens or closes (APG treegrid, ux.md 1.4). */
import type { PlanRow } from './planRows.ts';

export type TreeMove =
  { readonly kind: 'focus'; readonly key: string } | { readonly kind: 'expand' | 'collapse'; readonly key: string };

const focus = (row: PlanRow | undefined): TreeMove | undefined => row && { kind: 'focus', key: row.key };

/** `page` is how many rows fit on the screen. Undefined when the key means nothing here. */
export function findTreeMove(
  rows: readonly PlanRow[],
  current: string | null,
  key: string,
  page: number,
): TreeMove | undefined {
  const at = Math.max(
    0,
    rows.findIndex(row => row.key === current),
  );
  const row = rows[at];
  if (!row) return undefined;
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return focus(rows[at + 1]);
    case 'ArrowUp':
    case 'k':
      return focus(rows[at - 1]);
    case 'PageDown':
      return focus(rows[Math.min(rows.length - 1, at + page)]);
    case 'PageUp':
      return focus(rows[Math.max(0, at - page)]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (row.kind !== 'node' || row.expanded === null) return undefined;
      return row.expanded ? focus(rows[at + 1]) : { kind: 'expand', key: row.key };
    case 'ArrowLeft':
      if (row.kind === 'node' && row.expanded === true) return { kind: 'collapse', key: row.key };
      return focus(rows.findLast((other, index) => index < at && other.level === row.level - 1));
    default:
      return undefined;
  }
}
