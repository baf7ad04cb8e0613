/** What the bars of the timeline mean, each with a sample. */
import type { ReactNode } from 'react';
import { t } from '../../words/words.ts';
import classes from './Timeline.module.css';
import own from './TimelineTools.module.css';

const bar = (kind: string): ReactNode => <span className={classes.bar} data-bar={kind} style={{ width: 32 }} />;

const samples = {
  plan: bar('plan'),
  actual: bar('actual'),
  forecast: bar('forecast'),
  held: bar('held'),
  proposed: <span className={classes.proposed} style={{ left: 22 }} />,
  baseline: <span className={classes.baseline} style={{ left: 22 }} />,
  critical: bar('forecast'),
} as const;

export function Legend() {
  return (
    <ul className={own.legend} aria-label={t('plan.timeline.legend')}>
      {(['plan', 'actual', 'forecast', 'held', 'proposed', 'baseline', 'critical'] as const).map(name => (
        <li key={name} className={own.item}>
          <span
            className={`${own.sample} ${classes.legendBars}`}
            data-sample={name}
            data-critical={name === 'critical' || undefined}
            aria-hidden="true"
          >
            {samples[name]}
          </span>
          {t(`plan.timeline.legend.${name}`)}
        </li>
      ))}
    </ul>
  );
}
