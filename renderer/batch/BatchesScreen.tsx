/** The recent batches, one's own or everybody's, and beside them the results of the one that is open (features A9, X9). */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { useAllowed, useSession } from '../people.ts';
import { navigate } from '../route.ts';
import { CardList } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { t } from '../words/words.ts';
import { BatchDetail } from './BatchDetail.tsx';
import { BatchLine } from './BatchLine.tsx';
import classes from './Batches.module.css';

/** More than anybody looks back at. */
const RECENT = 50;

const whoseAll = ['own', 'all'] as const;
type Whose = (typeof whoseAll)[number];

export function BatchesScreen({ jobId }: { readonly jobId: string | null }) {
  const isAllowed = useAllowed();
  const seesAll = isAllowed('order.approve') || isAllowed('task.assign');
  const me = useSession()?.person?.id;
  const [whose, setWhose] = useState<Whose>('own');
  // A link may lead to somebody else's.
  const recent = useCall('batch.recent', { whose, limit: RECENT }, { keepPrevious: true });
  const everybody = useCall('batch.recent', { whose: 'all', limit: RECENT }, { enabled: jobId !== null });
  const batches = recent.value?.batches ?? [];
  const open = [...batches, ...(everybody.value?.batches ?? [])].find(batch => batch.jobId === jobId);
  return (
    <SplitView
      list={
        <Pane
          title={t('batches.title')}
          aside={
            seesAll && (
              <SegmentedControl
                aria-label={t('batches.whose.label')}
                value={whose}
                onChange={value => setWhose(value)}
                data={whoseAll.map(value => ({ value, label: t(`batches.whose.${value}`) }))}
              />
            )
          }
        >
          <div className={classes.page}>
            {recent.problem && <ProblemState problem={recent.problem} onRetry={recent.reload} />}
            {recent.loading && <LoadingRows label={t('shell.loading')} />}
            {recent.value && batches.length === 0 && <NoBatches />}
            <CardList label={t('batches.title')}>
              {batches.map(batch => (
                <BatchLine key={batch.jobId} batch={batch} open={batch.jobId === jobId} />
              ))}
            </CardList>
          </div>
        </Pane>
      }
      detail={open ? <BatchDetail key={open.jobId} batch={open} own={open.by === me} /> : null}
      placeholder={batches.length === 0 ? null : <EmptyState title={t('batches.pick')} text={t('batches.pickText')} />}
      back={{ label: t('batches.title'), onClick: () => navigate({ screen: 'batches' }) }}
    />
  );
}

const NoBatches = () => (
  <EmptyState
    title={t('batches.none')}
    text={t('batches.noneText')}
    action={{ label: t('batches.noneAct'), onClick: () => navigate({ screen: 'approvals' }) }}
  />
);
