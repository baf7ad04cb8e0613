/** Branches that a change would touch past their point of no return: which, by what, when; and the override of those who may (features O11, O12). */
import { Textarea } from '@mantine/core';
import type { CompensationPlan } from '../../preload/contract/revision.ts';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import classes from './Compensation.module.css';

type Props = {
  readonly branches: CompensationPlan['pastNoReturn'];
  /** Absent: it is only told. */
  readonly override?: {
    readonly allowed: boolean;
    readonly reason: string;
    readonly onReason: (reason: string) => void;
    readonly missing: boolean;
  };
};

export function NoReturn({ branches, override }: Props) {
  if (branches.length === 0) return null;
  return (
    <section className={classes.box} data-loud="" aria-label={t('revision.noReturn.title', { count: branches.length })}>
      <h4 className={classes.loud}>
        <StateGlyph kind="failed" /> {t('revision.noReturn.title', { count: branches.length })}
      </h4>
      <ul className={classes.branches}>
        {branches.map(({ key, name, task, at }) => (
          <li key={key}>{t('revision.noReturn.one', { name, task, at: timeOf(at) })}</li>
        ))}
      </ul>
      {override?.allowed === true && (
        <Textarea
          id={OVERRIDE_ID}
          label={t('revision.noReturn.override')}
          description={t('revision.noReturn.overrideHint')}
          value={override.reason}
          onChange={event => override.onReason(event.currentTarget.value)}
          error={override.missing && t('revision.noReturn.overrideMissing')}
          maxLength={4000}
          autosize
          minRows={2}
          maxRows={6}
        />
      )}
      {override?.allowed === false && <p>{t('revision.noReturn.leave')}</p>}
    </section>
  );
}

export const OVERRIDE_ID = 'revision-override';
