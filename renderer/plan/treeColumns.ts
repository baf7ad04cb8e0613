/** Which columns the plan's tree has at which width: what says least goes first. */

export const columnNames = [
  'title',
  'state',
  'progress',
  'critical',
  'eta',
  'slack',
  'jeopardy',
  'waiting',
  'who',
  'priority',
] as const;
export type ColumnName = (typeof columnNames)[number];

type Column = {
  readonly name: ColumnName;
  /** A CSS grid track. */
  readonly track: string;
  /** Left out while the tree is narrower than this, in pixels. */
  readonly from: number;
};

const columns: readonly Column[] = [
  { name: 'title', track: 'minmax(168px, 2fr)', from: 0 },
  { name: 'state', track: 'minmax(118px, 0.7fr)', from: 330 },
  { name: 'progress', track: '112px', from: 540 },
  { name: 'critical', track: '46px', from: 440 },
  { name: 'eta', track: '106px', from: 600 },
  { name: 'slack', track: '60px', from: 720 },
  { name: 'jeopardy', track: '88px', from: 800 },
  { name: 'waiting', track: 'minmax(110px, 1.5fr)', from: 900 },
  { name: 'who', track: '124px', from: 1080 },
  { name: 'priority', track: '92px', from: 1220 },
];

/** Beside the bars: they say on their own what is critical and how far it has come. */
const besideBars: readonly Column[] = [
  { name: 'title', track: 'minmax(140px, 1fr)', from: 0 },
  { name: 'state', track: 'minmax(110px, 0.45fr)', from: 290 },
  { name: 'eta', track: '104px', from: 500 },
];

const MARK_PX = 28;

export type TreeColumns = { readonly names: readonly ColumnName[]; readonly tracks: string };

/** `marking` leaves room before the first column for the boxes to mark with. */
export function columnsFor(width: number, beside: 'nothing' | 'bars', marking = false): TreeColumns {
  const room = width - (marking ? MARK_PX : 0);
  const shown = (beside === 'bars' ? besideBars : columns).filter(({ from }) => room >= from);
  const tracks = [...(marking ? [`${MARK_PX}px`] : []), ...shown.map(({ track }) => track)];
  return { names: shown.map(({ name }) => name), tracks: tracks.join(' ') };
}

/** How wide the tree is beside bars, of so many pixels for both. */
export function treeWidthFor(width: number): number {
  if (!Number.isFinite(width)) return 520;
  return Math.round(Math.min(540, Math.max(168, width * 0.45)));
}
