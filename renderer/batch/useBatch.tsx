/** Approves many orders at once from a queue: the selection, the dialogs, the keys. */
import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { BatchItem } from '../../preload/contract/batch.ts';
import { useActions } from '../actions/registry.ts';
import { KeysWait } from '../actions/KeysWait.tsx';
import { PAGE_SIZE, useAsk, useCommand } from '../calls.ts';
import { useAllowed } from '../people.ts';
import { t } from '../words/words.ts';
import { LastBatch } from './LastBatch.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useSelection, type Selection } from './selection.ts';
import { takeSelectLater } from './selectLater.ts';
import { useLastBatch } from './useLastBatch.ts';
import type { BatchShown } from './batchResults.ts';

const AfterDialog = lazy(async () => ({ default: (await import('./AfterDialog.tsx')).AfterDialog }));
const BeforeDialog = lazy(async () => ({ default: (await import('./BeforeDialog.tsx')).BeforeDialog }));

type Orders = { readonly rows: readonly { readonly id: string; readonly version: number }[]; readonly total: number };

type Shown =
  { readonly dialog: 'before'; readonly key: string } | { readonly dialog: 'after'; readonly batch: BatchShown };

/** `active` only in the queue of new orders; leaving it clears the selection. */
export function useBatch(active: boolean, orders: Orders, filter: string): { bar: ReactNode; selection: Selection } {
  const selection = useSelection();
  const { ask } = useAsk();
  const approval = useCommand('batch.approve');
  const [shown, setShown] = useState<Shown | null>(null);
  const { last, forget, reload } = useLastBatch({ orders: true });
  const isAllowed = useAllowed();
  const { clear, freeze } = selection;
  const latest = useRef(orders);
  latest.current = orders;

  useEffect(() => {
    if (!active) clear();
  }, [active, clear]);

  const selectAll = useCallback(async () => {
    const reply = await ask('batch.freeze', { states: ['new'], ...(filter && { text: filter }) });
    if (reply.ok) freeze(reply.value.items, { of: filter ? 'match' : 'queue', total: reply.value.total });
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
    reload();
    setShown({ dialog: 'after', batch: { jobId: reply.value.jobId, kind: 'approve', deed: null } });
  }

  /** As they are now: what has changed since is looked at anew before it is approved. */
  const selectAgain = useCallback(
    async (jobId: string): Promise<void> => {
      const reply = await ask('batch.freezeFailed', { jobId });
      if (!reply.ok) return;
      const { items, total } = reply.value;
      if (items.length > 0) freeze(items, { of: 'failed', total });
      else notifications.show({ message: t('batch.after.noneWaits'), color: 'gray', role: 'status', withBorder: true });
      setShown(null);
    },
    [ask, freeze],
  );

  useEffect(() => {
    const jobId = active ? takeSelectLater() : null;
    if (jobId !== null) void selectAgain(jobId);
  }, [active, selectAgain]);

  const bar = active && (
    <>
      <SelectionBar
        selection={selection}
        total={filter !== '' && orders.rows.length >= PAGE_SIZE ? null : orders.total}
        filter={filter}
        onApprove={() => setShown({ dialog: 'before', key: uuidv7() })}
        onAll={() => void selectAll()}
      />
      {last && count === 0 && shown === null && (
        <LastBatch batch={last} onShow={() => setShown({ dialog: 'after', batch: last })} onForget={forget} />
      )}
      <Suspense fallback={<KeysWait until="look" />}>
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
            batch={shown.batch}
            again={[{ label: () => t('batch.after.selectFailed'), run: () => void selectAgain(shown.batch.jobId) }]}
            onClose={() => setShown(null)}
          />
        )}
      </Suspense>
    </>
  );
  return { bar, selection };
}
