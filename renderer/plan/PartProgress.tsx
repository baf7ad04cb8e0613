/** How many of the domain orders and tasks below a part have ended. */
import { Progress } from '@mantine/core';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { t } from '../words/words.ts';
import classes from './PlanDetail.module.css';

export function PartProgress({ node }: { readonly node: PlanNode }) {
  return (
    <section className={classes.block} aria-label={t('plan.detail.progress')}>
      <h3 className={classes.heading}>{t('plan.detail.progress')}</h3>
      {(['domainOrders', 'tasks'] as const).map(
        kind =>
          node[kind].total > 0 && (
            <div key={kind} className={classes.progress}>
              <span>{t(`plan.detail.${kind}`)}</span>
              <Progress
                className={classes.bar ?? ''}
                value={(100 * node[kind].ended) / node[kind].total}
                size="sm"
                aria-label={`${t(`plan.detail.${kind}`)}: ${t('plan.done', node[kind])}`}
              />
              <span className={classes.number}>{t('plan.done.of', node[kind])}</span>
            </div>
          ),
      )}
    </section>
  );
}
