/** Approves many orders at once from a queue: the selection, the dialogs, the keys. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { BatchItem } from '../../preload/contract/batch.ts';
import { useActions } from '../actions/registry.ts';
import { useAsk, useCommand } from '../calls.ts';
import { useAllowed } from '../people.ts';
import { hashOf } from '../route.ts';
import { t } from '../words/words.ts';
import { LastBatch } from './LastBatch.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useSelection, type Selection } from './selection.ts';

const AfterDialog = lazy(async () => ({ default: (await import('./AfterDialog.tsx')).AfterDialog }));
const BeforeDialog = lazy(async () => ({ default: (await import('./BeforeDialog.tsx')).BeforeDialog }));

type Orders = { readonly rows: readonly { readonly id: string; readonly version: number }[]; readonly total: number };

type Shown = { readonly dialog: 'before'; readonly key: string } | { readonly dialog: 'after'; readonly jobId: string };

/** The most that "select those not approved" takes back into the queue. */
const SELECT_AGAIN = 500;

/** `active` only in the queue of new orders; leaving it clears the selection. */
export function useBatch(active: boolean, orders: Orders, filter: string): { bar: ReactNode; selection: Selection } {
  const selection = useSelection();
  const { ask } = useAsk();
  const approval = useCommand('batch.approve');
  const [shown, setShown] = useState<Shown | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const isAllowed = useAllowed();
  const { clear, freeze, add } = selection;
  const latest = useRef(orders);
  latest.current = orders;

  useEffect(() => {
    if (!active) clear();
  }, [active, clear]);

  const selectAll = useCallback(async () => {
    const reply = await ask('batch.freeze', { states: ['new'], ...(filter && { text: filter }) });
    if (reply.ok) freeze(reply.value.items);
  }, [ask, filter, freeze]);

  const count = selection.items.length;
  const mayApprove = (): true | string => isAllowed('order.approve') || t('approvals.noApprove');
  useActions(
    'approvals',
    active && shown === null && count > 0
      ? [
          {
            id: 'approveSelected',
            label: 'batch.action.approve',
            keys: 'Shift+A',
            isEnabled: mayApprove,
            run: () => setShown({ dialog: 'before', key: uuidv7() }),
          },
          { id: 'clearSelection', label: 'batch.action.clear', run: clear },
        ]
      : [],
  );
  useActions('approvals', active ? [{ id: 'selectAll', label: 'batch.action.all', run: () => void selectAll() }] : []);

  async function approve(items: readonly BatchItem[]): Promise<void> {
    const reply = await approval.run({ items: [...items] });
    if (!reply.ok) return;
    clear();
    setLast(reply.value.jobId);
    setShown({ dialog: 'after', jobId: reply.value.jobId });
  }

  /** As they are now: what has changed since is looked at anew before it is approved. */
  async function selectAgain(rows: readonly { readonly orderId: string }[]): Promise<void> {
    const found: { id: string; version: number }[] = [];
    for (const { orderId } of rows.slice(0, SELECT_AGAIN)) {
      const reply = await ask('order.get', { orderId });
      if (reply.ok && reply.value.state === 'new') found.push({ id: orderId, version: reply.value.version });
    }
    add(found);
    setShown(null);
  }

  const bar = active && (
    <>
      <SelectionBar
        selection={selection}
        total={orders.total}
        filter={filter}
        onApprove={() => setShown({ dialog: 'before', key: uuidv7() })}
        onAll={() => void selectAll()}
      />
      {last !== null && count === 0 && shown === null && (
        <LastBatch
          jobId={last}
          area="batch"
          onShow={() => setShown({ dialog: 'after', jobId: last })}
          onForget={() => setLast(null)}
        />
      )}
      <Suspense fallback={null}>
        {shown?.dialog === 'before' && (
          <BeforeDialog
            key={shown.key}
            items={selection.items}
            pending={approval.pending}
            onApprove={items => void approve(items)}
            onClose={() => setShown(null)}
          />
        )}
        {shown?.dialog === 'after' && (
          <AfterDialog
            jobId={shown.jobId}
            area="batch"
            linkOf={({ orderId }) => hashOf({ screen: 'order', orderId, tab: 'overview' })}
            fileName="approval-results.csv"
            again={[{ label: () => t('batch.after.selectFailed'), run: rows => void selectAgain(rows) }]}
            onClose={() => setShown(null)}
          />
        )}
      </Suspense>
    </>
  );
  return { bar, selection };
}
