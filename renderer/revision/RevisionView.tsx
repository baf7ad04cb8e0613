/** One change of an order as it was asked for: who, why, what differs, and what it does to the work. */
import type { Revision } from '../../preload/contract/revision.ts';
import { useNames } from '../people.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { CompensationTable } from './CompensationTable.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';
import { NoReturn } from './NoReturn.tsx';
import { Summary } from './Preview.tsx';
import classes from './Changes.module.css';

type Props = {
  readonly revision: Revision;
  /** What stays as it is is told as well. */
  readonly all?: boolean;
};

export function RevisionView({ revision, all = false }: Props) {
  const { operation, reason, requestedBy, requestedAt, overrideReason, compensation } = revision;
  const differences = revision.differences.filter(({ change }) => all || change !== 'same');
  const names = useNames();
  return (
    <div className={classes.view}>
      <div>
        <p className={classes.reason}>
          <span className={classes.quiet}>{t('revision.pending.reason')}</span> {reason}
        </p>
        <p className={classes.quiet}>
          {t('revision.pending.by', { name: names.person(requestedBy), at: timeOf(requestedAt) })}
        </p>
      </div>
      {overrideReason !== null && (
        <p className={classes.override} role="note">
          <strong>{t('revision.noReturn.overridden')}</strong> {overrideReason}
        </p>
      )}
      <NoReturn branches={compensation.pastNoReturn} />
      <section aria-label={t('revision.pending.differences')}>
        <h4 className={classes.small}>{t('revision.pending.differences')}</h4>
        {operation === 'cancel' && <p className={classes.whole}>{t('revision.pending.wholeOrder')}</p>}
        {differences.length > 0 && <DifferenceTable differences={differences} />}
      </section>
      <section aria-label={t('revision.pending.compensation')} className={classes.view}>
        <h4 className={classes.small}>{t('revision.pending.compensation')}</h4>
        <Summary plan={compensation} />
        <CompensationTable plan={compensation} all={all} />
      </section>
    </div>
  );
}
