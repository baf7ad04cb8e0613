/** Asking for an order under way to be canceled: what is dropped, what is taken back and in which order, and why (features O13). */
import type { Order } from '../../preload/contract/order.ts';
import { hashOf } from '../route.ts';
import { useDraft } from '../tasks/drafts.ts';
import { t } from '../words/words.ts';
import { cancelDraftKey, emptyDraft, type ChangeDraft } from './changeDraft.ts';
import { SendPanel } from './SendPanel.tsx';
import { usePreview } from './usePreview.ts';
import classes from './Editor.module.css';

/** The rows come in the order of the plan, and what was done last is taken back first. More than this are read in the table beside. */
const NAMED = 50;

export function CancelEditor({ order }: { readonly order: Order }) {
  const [draft, keep, drop] = useDraft<ChangeDraft>(cancelDraftKey(order.id), emptyDraft);
  const preview = usePreview(order.id, 'cancel', emptyDraft.changes);
  const undone = preview.value?.compensation.rows.filter(({ action }) => action === 'undo').toReversed() ?? [];
  return (
    <div className={classes.page}>
      <div className={classes.side}>
        <header className={classes.intro}>
          <h3 className={classes.title}>{t('revision.cancel.title', { number: order.number })}</h3>
          <p className={classes.quiet}>{t('revision.cancel.text')}</p>
        </header>
        {preview.value && (
          <section className={classes.part} aria-label={t('revision.cancel.order')}>
            <h3 className={classes.heading}>{t('revision.cancel.order')}</h3>
            {undone.length === 0 ? (
              <p className={classes.quiet}>{t('revision.cancel.nothingDone')}</p>
            ) : (
              <ol className={classes.steps}>
                {undone.slice(0, NAMED).map((row, index) => (
                  <li key={row.key ?? index}>
                    {row.title}{' '}
                    <span className={classes.quiet}>
                      {[row.domainOrderName, row.lineName].filter(Boolean).join(' · ')}
                    </span>
                  </li>
                ))}
              </ol>
            )}
          </section>
        )}
        <a className={classes.back} href={hashOf({ screen: 'order', orderId: order.id, tab: 'overview' })}>
          {t('revision.send.back')}
        </a>
      </div>
      <SendPanel
        order={order}
        operation="cancel"
        draft={draft}
        whole={emptyDraft.changes}
        preview={preview}
        onDraft={keep}
        onDrop={drop}
      />
    </div>
  );
}
