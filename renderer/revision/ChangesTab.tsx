/** The changes of one order: the one that waits, the one being written, a way to begin the next, and those decided. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Order } from '../../preload/contract/order.ts';
import type { Revision } from '../../preload/contract/revision.ts';
import { useCall } from '../calls.ts';
import { useAllowed, useNames } from '../people.ts';
import { navigate } from '../route.ts';
import { dropDraft, findDraft } from '../tasks/drafts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { StateChip } from '../ui/StateChip.tsx';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { reviseDraftKey, type ChangeDraft } from './changeDraft.ts';
import { PendingChange } from './PendingChange.tsx';
import { canRevise, isPending } from './pending.ts';
import { RevisionView } from './RevisionView.tsx';
import classes from './Changes.module.css';

export function ChangesTab({ order }: { readonly order: Order }) {
  const revisions = useCall('revision.list', { orderId: order.id });
  const decided = (revisions.value?.revisions ?? []).filter(({ state }) => state !== 'requested').toReversed();
  const isAllowed = useAllowed();
  const startable = canRevise(order, isAllowed) === true;
  return (
    <div className={classes.tab}>
      {isPending(order) && <PendingChange order={order} scope="order" settled />}
      {startable && <Start orderId={order.id} />}
      {decided.length > 0 && (
        <section aria-label={t('revision.history.title')} className={classes.history}>
          <h3 className={classes.title}>{t('revision.history.title')}</h3>
          {decided.map(revision => (
            <Decided key={revision.number} revision={revision} />
          ))}
        </section>
      )}
      {revisions.value?.revisions.length === 0 && (
        <EmptyState title={t('revision.tab.none')} text={t('revision.tab.noneText')} />
      )}
    </div>
  );
}

function Start({ orderId }: { readonly orderId: string }) {
  const [draft, setDraft] = useState(() => findDraft(reviseDraftKey(orderId)) as ChangeDraft | undefined);
  const count = draft?.changes.length ?? 0;
  return (
    <div className={classes.start}>
      {count > 0 && <p>{t('revision.start.draft', { count })}</p>}
      <div className={classes.buttons}>
        <Button
          variant={count > 0 ? 'filled' : 'default'}
          onClick={() => navigate({ screen: 'order', orderId, tab: 'revise' })}
        >
          {t(count > 0 ? 'revision.start.continue' : 'revision.start.revise')}
        </Button>
        {count > 0 && (
          <Button
            variant="default"
            onClick={() => {
              dropDraft(reviseDraftKey(orderId));
              setDraft(undefined);
            }}
          >
            {t('revision.start.discard')}
          </Button>
        )}
        <Button variant="default" onClick={() => navigate({ screen: 'order', orderId, tab: 'cancel' })}>
          {t('revision.start.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Folded to one line: what it was and how it ended. */
function Decided({ revision }: { readonly revision: Revision }) {
  const names = useNames();
  const { number, operation, state, reason, decidedBy, decidedAt, decisionText } = revision;
  const [open, setOpen] = useState(false);
  const approved = state === 'approved';
  const by = { name: names.person(decidedBy), at: decidedAt === null ? '' : timeOf(decidedAt) };
  return (
    <details
      className={classes.decided}
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
      aria-label={t(`revision.operation.${operation}`, { number })}
    >
      <summary className={classes.decidedHead}>
        <strong>{t(`revision.operation.${operation}`, { number })}</strong>
        <StateChip
          kind={approved ? 'completed' : 'stopped'}
          label={t(approved ? 'revision.decided.approved' : 'revision.decided.rejected', by)}
        />
        <span className={classes.quiet}>{reason}</span>
      </summary>
      {decisionText && <p className={classes.text}>{decisionText}</p>}
      {open && <RevisionView revision={revision} />}
    </details>
  );
}
