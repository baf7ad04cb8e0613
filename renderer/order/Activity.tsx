/** What happened to an order and its parts: old and new value, who, and when it happened. */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { usePages } from '../calls.ts';
import type { Names } from '../names.ts';
import { useNames } from '../people.ts';
import { hashOf } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Time } from '../ui/Time.tsx';
import { timeOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { ActivityEntry } from '../../preload/contract/activity.ts';
import { changedValue, fieldWord, remarkOf, whoDid } from './activityWords.ts';
import classes from './Activity.module.css';

export function Activity({ orderId }: { readonly orderId: string }) {
  const [about, setAbout] = useState<'all' | 'order'>('all');
  const activity = usePages('order.activity', { orderId, ...(about === 'order' && { subject: 'order' }) });
  const names = useNames();
  return (
    <div className={classes.page}>
      <SegmentedControl
        className={classes.filter ?? ''}
        aria-label={t('activity.filter.label')}
        value={about}
        onChange={setAbout}
        data={(['all', 'order'] as const).map(value => ({ value, label: t(`activity.filter.${value}`) }))}
      />
      {activity.problem && <ProblemState problem={activity.problem} onRetry={activity.reload} />}
      {activity.loading && <LoadingRows label={t('shell.loading')} />}
      {!activity.loading && !activity.problem && activity.rows.length === 0 && (
        <EmptyState title={t('activity.none')} />
      )}
      {activity.rows.length > 0 && (
        <ol className={classes.entries} aria-label={t('activity.label')}>
          {activity.rows.map(entry => (
            <ActivityLine key={entry.key} orderId={orderId} entry={entry} names={names} />
          ))}
        </ol>
      )}
      {activity.hasMore && (
        <Button variant="default" onClick={activity.loadMore} loading={activity.loadingMore}>
          {t('activity.more')}
        </Button>
      )}
    </div>
  );
}

type LineProps = { readonly orderId: string; readonly entry: ActivityEntry; readonly names: Names };

function ActivityLine({ orderId, entry, names }: LineProps) {
  const { at, by, event, field, was, now, text, subject, subjectName } = entry;
  return (
    <li className={classes.entry}>
      <span className={classes.when}>
        <Time at={at} as="exact" />
      </span>
      <span className={classes.who}>{whoDid(by, names)}</span>
      <span className={classes.what}>
        <strong>{word('activity.event', event)}</strong>{' '}
        {subject !== 'order' && <span className={classes.subject}>{subjectName ?? subject}</span>}
        {field !== null && (was !== null || now !== null) && (
          <span className={classes.change}>
            <span className={classes.quiet}>{t('activity.field', { name: fieldWord(field) })}</span>{' '}
            {was !== null && (
              <>
                <span className={classes.quiet}>{t('activity.was')}</span> {changedValue(entry, was, names)}{' '}
              </>
            )}
            {now !== null && (
              <>
                <span className={classes.quiet}>{t('activity.now')}</span>{' '}
                <span className={classes.now}>{changedValue(entry, now, names)}</span>
              </>
            )}
          </span>
        )}
        {text && <span className={classes.text}>{remarkOf(entry)}</span>}
      </span>
      <a
        className={classes.then}
        href={hashOf({ screen: 'order', orderId, tab: 'plan', asOf: entry.version })}
        title={t('activity.planThen')}
        aria-label={t('activity.planThenOf', { at: timeOf(at) })}
      >
        {t('activity.planThenShort')}
      </a>
    </li>
  );
}
