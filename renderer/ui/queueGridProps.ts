/** What a queue grid is given: its rows, its columns, and what to do when a row is reached or opened. */
import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  /** For assistive technology only, where there is no room for it. */
  readonly headerHidden?: boolean;
  /** A CSS grid track: `96px`, `minmax(120px, 2fr)`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** The whole text, shown on hover when the cell had to cut it. */
  readonly title?: (row: Row) => string;
  readonly align?: 'end';
  /** Left out while the grid is narrower than this, in pixels. */
  readonly from?: number;
  /** Left out from this width on: says in little room what other columns say in more. */
  readonly below?: number;
};

export type QueueGridProps<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** All there are, loaded or not. */
  readonly total: number;
  readonly hasMore?: boolean;
  readonly onMore?: () => void;
  /** The row that is open beside the list. */
  readonly openKey?: string | null;
  /** The focus came to rest on another row: it was moved there, or its own row left the list. */
  readonly onFocusRow?: (row: Row, why: 'moved' | 'left') => void;
  /** Enter, or a click. */
  readonly onOpen: (row: Row, by: 'key' | 'pointer') => void;
  /** The space bar: shows or puts away what is open beside the list. */
  readonly onPeek?: ((row: Row) => void) | undefined;
  readonly selection?: {
    readonly keys: ReadonlySet<string>;
    readonly onToggle: (key: string) => void;
    /** Shift with an arrow marks the row that is left and the row that is reached. */
    readonly onAdd: (keys: readonly string[]) => void;
    readonly onClear: () => void;
    readonly label: string;
  };
  /** What stands there when there are no rows. */
  readonly empty: ReactNode;
  readonly rowHeight?: number;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean;
};
