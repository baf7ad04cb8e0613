/** A screen of queues: the rows of the one that is chosen, beside them what is open, below both what the last command came to. */
import type { ReactNode } from 'react';
import type { PagesState } from '../calls.ts';
import { navigate, type Route } from '../route.ts';
import { QueueGrid } from '../ui/QueueGrid.tsx';
import type { Column } from '../ui/queueGridProps.ts';
import { SplitView } from '../ui/SplitView.tsx';
import { goTo } from './goTo.ts';
import type { Queue } from './QueueChoice.tsx';
import { placeholderFor, QueuePane } from './QueuePane.tsx';
import type { Result } from './result.ts';
import { ResultLine } from './ResultLine.tsx';
import { useQueueMoves, type QueueMoves } from './useQueueMoves.ts';
import classes from './QueueScreen.module.css';

/** What is open beside the queue. */
export type Opened = Pick<QueueMoves<unknown>, 'settled' | 'onEnded'> & {
  readonly key: string;
  readonly orderId: string;
  /** Of the task or the fallout, within its order. */
  readonly number: number;
};

type Props<Value extends string, Row> = {
  readonly screen: 'tasks' | 'fallout';
  readonly words: {
    readonly title: string;
    /** Of the choice of queues. */
    readonly queues: string;
    /** Of the rows of the one that is chosen. */
    readonly list: string;
    /** Beside the list while nothing is open. */
    readonly nothing: string;
  };
  /** The key of what the address names; null when it names nothing. */
  readonly named: string | null;
  readonly queue: Value;
  readonly queues: readonly Queue<Value>[];
  readonly onQueue: (queue: Value) => void;
  readonly pages: PagesState<Row>;
  readonly columns: readonly Column<Row>[];
  readonly routeOf: (row: Row) => Route;
  /** What an empty queue says. */
  readonly empty: ReactNode;
  readonly result: Result | null;
  readonly onResultClose: () => void;
  readonly children: (opened: Opened) => ReactNode;
};

/** Two lines. */
const ROW_PX = 54;

const keyOf = (row: { readonly key: string }): string => row.key;

export function QueueScreen<Value extends string, Row extends { readonly key: string }>(props: Props<Value, Row>) {
  const { screen, words, named, queue, pages, routeOf } = props;
  const { shown, settled, onFocusRow, onOpen, onEnded } = useQueueMoves({
    rows: pages.rows,
    keyOf,
    named,
    show: (row, how) => navigate(routeOf(row), how),
  });
  return (
    <div className={classes.screen}>
      <div className={classes.split}>
        <SplitView
          list={
            <QueuePane
              title={words.title}
              label={words.queues}
              queue={queue}
              queues={props.queues}
              onQueue={props.onQueue}
              pages={pages}
            >
              {autoFocus => (
                <QueueGrid
                  key={queue}
                  label={words.list}
                  rows={pages.rows}
                  rowKey={keyOf}
                  columns={props.columns}
                  total={pages.total}
                  hasMore={pages.hasMore}
                  onMore={pages.loadMore}
                  openKey={shown}
                  onFocusRow={onFocusRow}
                  onOpen={onOpen}
                  rowHeight={ROW_PX}
                  autoFocus={autoFocus}
                  empty={props.empty}
                />
              )}
            </QueuePane>
          }
          detail={shown === null ? null : props.children({ ...partsOf(shown), key: shown, settled, onEnded })}
          placeholder={placeholderFor(pages, words.nothing)}
          back={{ label: words.title, onClick: () => navigate({ screen }) }}
        />
      </div>
      <ResultLine result={props.result} onGo={goTo} onClose={props.onResultClose} />
    </div>
  );
}

/** The order and the number in a key such as `o1/T2`. */
function partsOf(key: string): Pick<Opened, 'orderId' | 'number'> {
  const at = key.lastIndexOf('/');
  return { orderId: key.slice(0, at), number: Number(key.slice(at + 2)) };
}
