/** A change of an order under way while it is written: the order's values on one side, what changing them would do on the other. */
import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { Order } from '../../preload/contract/order.ts';
import { ProblemState } from '../Answer.tsx';
import { usePages } from '../calls.ts';
import { hashOf } from '../route.ts';
import { useDraft } from '../tasks/drafts.ts';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import { AddLine } from './AddLine.tsx';
import {
  aboutOf,
  emptyDraft,
  isSo,
  isWhole,
  lineNumberOf,
  lineOf,
  reviseDraftKey,
  withChange,
  withoutChange,
  type ChangeDraft,
} from './changeDraft.ts';
import { differenceOf } from './changeWords.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { LineEditor } from './LineEditor.tsx';
import { OrderEditor } from './OrderEditor.tsx';
import { SendPanel } from './SendPanel.tsx';
import { usePreview } from './usePreview.ts';
import classes from './Editor.module.css';

/** So many lines show their fields at once; of a larger order one opens the lines one wants. */
const OPENED_LINES = 3;

export function ChangeEditor({ order }: { readonly order: Order }) {
  const [draft, keep, drop] = useDraft<ChangeDraft>(reviseDraftKey(order.id), emptyDraft);
  const lines = usePages('order.lines', { orderId: order.id });
  const { rows, hasMore, loadingMore, problem, loadMore } = lines;
  const settled = draft.changes.flatMap(change => (isSo(change, order, rows) ? [aboutOf(change)] : [])).join('\n');
  // The same list as long as it is, so that typing a reason does not ask again what the changes would do.
  const changes = useMemo(
    () =>
      settled === '' ? draft.changes : draft.changes.filter(change => !settled.split('\n').includes(aboutOf(change))),
    [draft.changes, settled],
  );
  // What was changed far down a large order is told with what it was, also when one comes back to it.
  const isUnread = changes.some(change => lineNumberOf(change) !== undefined && lineOf(change, rows) === undefined);
  useEffect(() => {
    if (isUnread && hasMore && !loadingMore && !problem) loadMore();
  }, [isUnread, hasMore, loadingMore, problem, loadMore]);
  const whole = useMemo(() => changes.filter(isWhole), [changes]);
  const preview = usePreview(order.id, 'update', whole);
  const onChanges = (next: ChangeDraft['changes']): void => keep({ ...draft, changes: next });

  return (
    <div className={classes.page}>
      <div className={classes.side}>
        <header className={classes.intro}>
          <h3 className={classes.title}>{t('revision.edit.title', { number: order.number })}</h3>
          <p className={classes.quiet}>{t('revision.edit.text')}</p>
        </header>
        <OrderEditor order={order} changes={changes} onChanges={onChanges} />
        <section className={classes.part} aria-label={t('revision.edit.lines')}>
          <h3 className={classes.heading}>{t('revision.edit.lines')}</h3>
          {lines.problem && <ProblemState problem={lines.problem} onRetry={lines.reload} />}
          {lines.loading && <LoadingRows label={t('shell.loading')} rows={4} />}
          {lines.rows.map(line => (
            <LineEditor
              key={line.id}
              orderId={order.id}
              line={line}
              changes={changes}
              onChanges={onChanges}
              opened={lines.total <= OPENED_LINES}
            />
          ))}
          {lines.hasMore && (
            <Button variant="default" onClick={lines.loadMore} loading={lines.loadingMore}>
              {t('revision.edit.more')}
            </Button>
          )}
        </section>
        <AddLine
          orderId={order.id}
          lines={lines.rows}
          onAdd={line => onChanges(withChange(changes, { kind: 'addLine', line }))}
        />
        <a className={classes.back} href={hashOf({ screen: 'order', orderId: order.id, tab: 'overview' })}>
          {t('revision.send.back')}
        </a>
      </div>
      <SendPanel
        order={order}
        operation="update"
        draft={{ ...draft, changes }}
        whole={whole}
        preview={preview}
        onDraft={keep}
        onDrop={drop}
        changes={
          <section aria-label={t('revision.changes.title')}>
            <h3 className={classes.heading}>{t('revision.changes.title')}</h3>
            {changes.length === 0 ? (
              <p className={classes.quiet}>{t('revision.changes.none')}</p>
            ) : (
              <DifferenceTable
                label={t('revision.changes.title')}
                differences={changes.map(change => differenceOf(change, order, lines.rows))}
                actions={changes.map(change => (
                  <LeaveOut
                    key={aboutOf(change)}
                    order={order}
                    change={change}
                    lines={lines.rows}
                    onLeaveOut={about => onChanges(withoutChange(changes, about))}
                  />
                ))}
              />
            )}
          </section>
        }
      />
    </div>
  );
}

type LeaveOutProps = {
  readonly order: Order;
  readonly change: ChangeDraft['changes'][number];
  readonly lines: Parameters<typeof differenceOf>[2];
  readonly onLeaveOut: (about: string) => void;
};

function LeaveOut({ order, change, lines, onLeaveOut }: LeaveOutProps) {
  const { subjectName, field } = differenceOf(change, order, lines);
  return (
    <Button
      variant="default"
      size="compact-xs"
      aria-label={t('revision.changes.remove', { subject: subjectName, field: field.replace(/^characteristic\./, '') })}
      onClick={() => onLeaveOut(aboutOf(change))}
    >
      {t('revision.changes.removeShort')}
    </Button>
  );
}
