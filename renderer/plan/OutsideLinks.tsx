/** The parts of other orders that a part waits for, each leading to that order's plan (features O6). */
import { Anchor } from '@mantine/core';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { hashOf } from '../route.ts';
import { t } from '../words/words.ts';
import { rememberPart } from './planMemory.ts';
import classes from './PlanDetail.module.css';

export function OutsideLinks({ parts }: { readonly parts: PlanNode['outside'] }) {
  if (parts.length === 0) return null;
  return (
    <section className={classes.block} aria-label={t('plan.why.outside')}>
      <h3 className={classes.heading}>{t('plan.why.outside')}</h3>
      <ul className={classes.links}>
        {parts.map(({ orderId, orderNumber, node, title }) => (
          <li key={`${orderId}/${node}`}>
            <Anchor
              size="sm"
              underline="always"
              href={hashOf({ screen: 'order', orderId, tab: 'plan' })}
              onClick={() => rememberPart(orderId, node)}
            >
              {t('plan.why.outsidePart', { title, number: orderNumber })}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}
