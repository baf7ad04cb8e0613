/** The parts of other orders that a part waits for, each leading to that order's plan; a task can wait for more, and go on without one (features O6). */
import { Anchor, Button } from '@mantine/core';
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { Action } from '../actions/registry.ts';
import { hashOf } from '../route.ts';
import { ActionButton } from '../tasks/ActionButton.tsx';
import { t } from '../words/words.ts';
import { rememberPart } from './planMemory.ts';
import classes from './PlanDetail.module.css';

export type OutsidePart = PlanNode['outside'][number];

type Props = {
  readonly parts: PlanNode['outside'];
  /** Undefined where nothing can be done. */
  readonly waitFor: Action | undefined;
  readonly onLetGo: (part: OutsidePart) => void;
};

/** Not there for who has nothing to see or do here. */
export function OutsideLinks({ parts, waitFor, onLetGo }: Props) {
  const mayChange = waitFor !== undefined && (waitFor.isEnabled?.() ?? true) === true;
  if (parts.length === 0 && !mayChange) return null;
  return (
    <section className={classes.block} aria-label={t('plan.why.outside')}>
      <h3 className={classes.heading}>{t('plan.why.outside')}</h3>
      <ul className={classes.links}>
        {parts.map(part => (
          <li key={`${part.orderId}/${part.node}`} className={classes.other}>
            <Anchor
              size="sm"
              underline="always"
              href={hashOf({ screen: 'order', orderId: part.orderId, tab: 'plan' })}
              onClick={() => rememberPart(part.orderId, part.node)}
            >
              {nameOf(part)}
            </Anchor>
            {mayChange && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('tasks.outside.letGoOf', { part: nameOf(part) })}
                onClick={() => onLetGo(part)}
              >
                {t('tasks.outside.letGo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <ActionButton action={waitFor} />}
    </section>
  );
}

export const nameOf = ({ title, orderNumber }: OutsidePart): string =>
  t('plan.why.outsidePart', { title, number: orderNumber });
