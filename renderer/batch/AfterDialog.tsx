/** The results of a batch over the screen it was started from, and what to do about those that failed (features A9, X9). */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { t } from '../words/words.ts';
import { batchResults, type BatchShown } from './batchResults.ts';
import { afterWords } from './batchWords.ts';
import { Outcome } from './Outcome.tsx';
import { TakeBackButton } from './TakeBackButton.tsx';
import { useResults, type Outcome as OutcomeName, type ResultRow } from './useResults.ts';

type Props = {
  readonly batch: BatchShown;
  /** What can be done with those that failed. */
  readonly again: readonly {
    readonly label: (count: number) => string;
    readonly run: (rows: readonly ResultRow[]) => void;
  }[];
  /** Another batch takes this one back. */
  readonly onTakingBack?: (back: BatchShown) => void;
  readonly onClose: () => void;
};

export function AfterDialog({ batch, again, onTakingBack, onClose }: Props) {
  const [chosen, setChosen] = useState<OutcomeName | null>(null);
  const results = useResults(batch.jobId, chosen);
  const of = batchResults(batch);
  const title = afterWords(of.area, 'title', { count: results.total, ...of.values });
  const { running, counts } = results;
  return (
    <Dialog title={title} size="xl" onClose={onClose}>
      <Outcome
        of={of}
        title={title}
        results={results}
        chosen={chosen}
        onChoose={setChosen}
        before={
          <>
            {onTakingBack && <TakeBackButton batch={batch} results={results} onTakingBack={onTakingBack} />}
            {!running &&
              counts.failed > 0 &&
              again.map(({ label, run }) => (
                <Button
                  key={label(0)}
                  variant="default"
                  size="sm"
                  onClick={() => void results.listAll('failed').then(run)}
                >
                  {label(counts.failed)}
                </Button>
              ))}
          </>
        }
        after={
          <Button size="sm" data-autofocus onClick={onClose}>
            {t('shell.close')}
          </Button>
        }
      />
    </Dialog>
  );
}
