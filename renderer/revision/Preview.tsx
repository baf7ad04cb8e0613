/** What a change would do before it is sent: in one sentence, with the new end, and task by task (features X5). */
import { ProblemState } from '../Answer.tsx';
import type { CompensationPlan } from '../../preload/contract/revision.ts';
import { t } from '../words/words.ts';
import { daysLater, endSentence, summarySentence } from './changeWords.ts';
import type { Preview as Previewed } from './usePreview.ts';
import classes from './Compensation.module.css';

export function Summary({ plan }: { readonly plan: CompensationPlan }) {
  const { counts, needsAttention } = plan;
  const touched = counts.redo + counts.undo + counts.cancel + counts.add;
  return (
    <div className={classes.summary}>
      {(touched > 0 || needsAttention.length === 0) && <p className={classes.sum}>{summarySentence(counts)}</p>}
      {needsAttention.length > 0 && <p className={classes.sum}>{t('revision.summary.picks')}</p>}
      <p className={classes.end} data-later={daysLater(plan.plannedEnd) > 0 || undefined}>
        {endSentence(plan.plannedEnd)}
      </p>
    </div>
  );
}

type Props = { readonly preview: Previewed; readonly empty: boolean };

/** The state of the preview in one place, told to assistive technology as it changes. */
export function PreviewSummary({ preview, empty }: Props) {
  if (empty) return <p className={classes.why}>{t('revision.preview.none')}</p>;
  if (preview.problem) return <ProblemState problem={preview.problem} onRetry={preview.reload} />;
  return (
    <div
      className={classes.preview}
      role="status"
      aria-busy={preview.working}
      data-working={preview.working || undefined}
    >
      {preview.value ? (
        <Summary plan={preview.value.compensation} />
      ) : (
        <p className={classes.why}>{t('revision.preview.working')}</p>
      )}
    </div>
  );
}
