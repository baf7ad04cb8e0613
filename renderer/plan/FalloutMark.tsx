/** Says that a part of the plan has open fallout: an octagon, a number, and words for those who do not see them. */
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { t } from '../words/words.ts';
import classes from './FalloutMark.module.css';

export function FalloutMark({ count }: { readonly count: number }) {
  const label = t('plan.row.fallouts', { count });
  return (
    <span className={classes.mark} title={label}>
      <StateGlyph kind="failed" />
      <span aria-hidden="true">{count}</span>
      <span className={classes.hidden}>{label}</span>
    </span>
  );
}
