/** Says that a part lies on the critical path: two letters in a double border. */
import { t } from '../words/words.ts';
import classes from './Marks.module.css';

export function CriticalMark() {
  return (
    <abbr className={classes.critical} title={t('plan.mark.critical')}>
      {t('plan.mark.criticalShort')}
    </abbr>
  );
}
