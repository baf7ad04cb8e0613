/** The results of one of the recent batches, and the ways on from them. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Batch } from '../../preload/contract/batch.ts';
import { hashOf, navigate } from '../route.ts';
import { Pane } from '../ui/Pane.tsx';
import { t } from '../words/words.ts';
import { batchTitle } from './BatchLine.tsx';
import { batchResults } from './batchResults.ts';
import { Outcome } from './Outcome.tsx';
import { selectLater } from './selectLater.ts';
import { TakeBackButton } from './TakeBackButton.tsx';
import { useResults, type Outcome as OutcomeName } from './useResults.ts';
import classes from './Batches.module.css';

type Props = {
  readonly batch: Batch;
  /** Started by the person at the desk. */
  readonly own: boolean;
};

export function BatchDetail({ batch, own }: Props) {
  const [chosen, setChosen] = useState<OutcomeName | null>(null);
  const results = useResults(batch.jobId, chosen);
  const title = batchTitle(batch);
  const { order } = batch;
  return (
    <Pane title={title}>
      <div className={classes.detail}>
        <Outcome
          of={batchResults(batch)}
          title={title}
          results={results}
          chosen={chosen}
          onChoose={setChosen}
          mayStop={own}
          before={
            <>
              {order !== null && (
                <Button
                  component="a"
                  variant="default"
                  size="sm"
                  href={hashOf({ screen: 'order', orderId: order.id, tab: 'plan' })}
                >
                  {t('batches.orderPlan', { number: order.number })}
                </Button>
              )}
              {batch.kind === 'approve' && results.counts.failed > 0 && !results.running && (
                <Button
                  variant="default"
                  size="sm"
                  onClick={() => {
                    selectLater(batch.jobId);
                    navigate({ screen: 'approvals' });
                  }}
                >
                  {t('batch.after.selectFailed')}
                </Button>
              )}
              {own && (
                <TakeBackButton
                  batch={batch}
                  results={results}
                  onTakingBack={({ jobId }) => navigate({ screen: 'batches', jobId })}
                />
              )}
            </>
          }
        />
      </div>
    </Pane>
  );
}
