/** Above the plan of a new order: that it is only what approval would create, or why that cannot be shown. */
import type { Outlook } from '../../preload/contract/plan.ts';
import { useNames } from '../people.ts';
import { timeOf } from '../words/format.ts';
import { refusalWords, type Problem } from '../words/refusalWords.ts';
import { t } from '../words/words.ts';
import { expectedWords } from './scheduleWords.ts';
import classes from './PlanScreen.module.css';

type Props = { readonly outlook: Outlook | undefined; readonly problem: Problem | undefined };

export function PreviewBanner({ outlook, problem }: Props) {
  const names = useNames();
  if (problem) {
    return (
      <p className={classes.banner} role="note">
        {t('plan.preview.refused', { reason: refusalWords(problem, names).title })}
      </p>
    );
  }
  const end = outlook?.estimatedEnd ?? outlook?.plannedEnd;
  return (
    <p className={classes.banner} role="note">
      <strong>{t('plan.preview.title')}</strong> {t('plan.preview.text')}{' '}
      {end && t('plan.preview.ends', { time: expectedWords(timeOf(end), outlook?.atEarliest === true) })}
    </p>
  );
}
