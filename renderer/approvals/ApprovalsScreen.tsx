/** Approvals: the queue, and beside it the order to decide on; after a decision the next one is there. */
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useActions } from '../actions/registry.ts';
import { useHold } from '../actions/typeAhead.ts';
import { gridSelection } from '../batch/selection.ts';
import { useBatch } from '../batch/useBatch.tsx';
import { usePages } from '../calls.ts';
import { orderRowKey } from '../orders/orderColumns.tsx';
import type { Decision } from '../order/useDecisions.ts';
import { rememberQueue } from '../orders/queueMemory.ts';
import { navigate, type ApprovalQueue } from '../route.ts';
import { readSettings } from '../settings/settings.ts';
import { focusPane } from '../shell/panes.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { t } from '../words/words.ts';
import type { OrderRow } from '../../preload/contract/order.ts';
import { ApprovalDetail } from './ApprovalDetail.tsx';
import { ApprovalList } from './ApprovalList.tsx';
import { queueStates } from './queues.ts';

type Props = { readonly queue: ApprovalQueue; readonly orderId: string | null };

const FILTER_REST_MS = 120;
/** Holding J must not open every order on the way. */
const MOVE_REST_MS = 120;
const BESIDE = '(min-width: 75em)';

export function ApprovalsScreen({ queue, orderId }: Props) {
  const [text, setText] = useState('');
  const [filter] = useDebouncedValue(text.trim(), FILTER_REST_MS);
  const orders = usePages('orders.page', { states: [...queueStates[queue]], ...(filter && { text: filter }) });
  const beside = useMediaQuery(BESIDE, window.matchMedia(BESIDE).matches) ?? false;
  const shown = orderId ?? (beside ? (orders.rows[0]?.id ?? null) : null);
  const move = useMove(queue, shown, beside);
  // That a row has left is drawn first, and then the order that comes next.
  const open = useDeferredValue(shown);
  /** The space bar puts the order away, so that the list has all the room; nothing can be decided on while it is not seen. */
  const [away, setAway] = useState(false);
  const isAway = away && beside;
  const batch = useBatch(queue === 'new', orders, filter);
  const selection = useMemo(
    () => (queue === 'new' ? gridSelection(batch.selection, orders.rows) : undefined),
    [queue, batch.selection, orders.rows],
  );

  const { rows, drop } = orders;
  useEffect(() => rememberQueue(rows.map(orderRowKey)), [rows]);
  useActions('global', [
    { id: 'queueNew', label: 'approvals.action.queueNew', run: () => navigate({ screen: 'approvals' }) },
    {
      id: 'queueChanges',
      label: 'approvals.action.queueChanges',
      run: () => navigate({ screen: 'approvals', queue: 'changes' }),
    },
    {
      id: 'queueRejected',
      label: 'approvals.action.queueRejected',
      run: () => navigate({ screen: 'approvals', queue: 'rejected' }),
    },
    {
      id: 'queueDrafts',
      label: 'approvals.action.queueDrafts',
      run: () => navigate({ screen: 'approvals', queue: 'drafts' }),
    },
  ]);

  // As in the list itself, wherever the focus is, as long as the list is there to be seen.
  const isMarkable = selection !== undefined && rows.length > 0 && (beside || orderId === null);
  useActions(
    'approvals',
    isMarkable
      ? [
          {
            id: 'markAll',
            label: 'shell.keys.markAll',
            keys: 'Ctrl+A',
            notWhileTyping: true,
            run: () => selection.onAdd(rows.map(orderRowKey)),
          },
        ]
      : [],
  );

  // The list moves the focus to the next row by itself; only the last decision leaves nothing to show.
  const onDecided = useCallback(
    (decision: Decision, id: string) => {
      const list = document.querySelector<HTMLElement>('main [data-pane]');
      if (list) focusPane(list);
      if (readSettings().afterDecision === 'next' && rows.length <= 1) navigate({ screen: 'approvals', queue });
      if (decision !== 'endorsed' && decision !== 'started') drop(row => row.id === id);
    },
    [queue, rows.length, drop],
  );

  return (
    <SplitView
      list={
        <ApprovalList
          queue={queue}
          orders={orders}
          text={text}
          filter={filter}
          onText={setText}
          openId={isAway ? null : shown}
          onFocusRow={move.onFocusRow}
          onOpen={(row, by) => {
            setAway(false);
            move.onOpen(row, by);
          }}
          onPeek={row => {
            if (beside) setAway(!away);
            else move.onOpen(row, 'pointer');
          }}
          batch={batch.bar}
          selection={selection}
        />
      }
      detail={
        isAway || !open ? null : (
          <ApprovalDetail orderId={open} settled={move.focused === open && open === shown} onDecided={onDecided} />
        )
      }
      placeholder={
        isAway ? null : rows.length > 0 ? (
          <EmptyState title={t('approvals.choose')} text={t('approvals.chooseText')} />
        ) : orders.loading || filter !== '' ? (
          ''
        ) : null
      }
      back={{ label: t('approvals.back'), onClick: () => navigate({ screen: 'approvals', queue }) }}
    />
  );
}

/** The row with the focus is known at once; the order beside the list follows when it comes to rest. */
function useMove(queue: ApprovalQueue, shown: string | null, beside: boolean) {
  const [moved, setMoved] = useState<string | null>(null);
  const [rested] = useDebouncedValue(moved, MOVE_REST_MS);
  // A key may come between the rest and what follows from it: what counts is where the focus is by then.
  const latest = useRef(moved);
  const move = useCallback((to: string | null) => {
    latest.current = to;
    setMoved(to);
  }, []);

  useEffect(() => {
    if (moved === shown) move(null);
    else if (moved !== null && rested === moved && latest.current === moved) {
      navigate({ screen: 'approvals', queue, orderId: moved }, { replace: true });
    }
  }, [rested, moved, shown, queue, move]);

  const isMoving = moved !== null && moved !== shown;
  useHold(isMoving ? 'move' : null, () => {
    if (latest.current !== null) navigate({ screen: 'approvals', queue, orderId: latest.current }, { replace: true });
  });

  const onFocusRow = useCallback(
    (row: OrderRow, why: 'moved' | 'left') => {
      // Coming to rest on what is shown changes nothing, and must not bring it back when it was decided on meanwhile.
      if (why === 'moved' && beside) move(row.id === shown ? null : row.id);
      else if (why === 'moved') return;
      else if (readSettings().afterDecision === 'next') {
        navigate({ screen: 'approvals', queue, orderId: row.id }, { replace: true });
      }
    },
    [queue, beside, shown, move],
  );

  const onOpen = useCallback(
    (row: OrderRow, by: 'key' | 'pointer') => {
      if (by === 'key' && row.id === shown) {
        navigate({ screen: 'order', orderId: row.id, tab: 'overview' });
        return;
      }
      // The address follows a moment later: a key pressed until then must not decide on the order that is still shown.
      move(row.id);
      navigate({ screen: 'approvals', queue, orderId: row.id });
    },
    [queue, shown, move],
  );

  return { focused: moved ?? shown, onFocusRow, onOpen };
}
