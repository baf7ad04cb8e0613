/** Across the window while the app cannot be reached: what that means for what is shown and typed, and what to do. */
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';
import type { Reach } from './useReachable.ts';
import classes from './Shell.module.css';

export const AwayBanner = ({ isReachable, asOf }: Reach) => (
  <div role="alert" className={classes.away}>
    {!isReachable && (
      <p className={classes.awayText}>
        <Icon name="cross" />
        <span>
          <strong>{t('shell.away.title')}</strong> {t('shell.away.text', { at: asOf })}
        </span>
      </p>
    )}
  </div>
);
