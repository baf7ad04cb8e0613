/** The parts of other orders that a part waits for, each leading to that order's plan; a task can wait for more, and go on without one (features O6). */
import type { OutsidePart, PlanNode } from '../../preload/contract/plan.ts';
import type { Action } from '../actions/registry.ts';
import type { Names } from '../names.ts';
import { ActionButton } from '../tasks/ActionButton.tsx';
import { t } from '../words/words.ts';
import { isWhoSaidIn, OutsidePartRow } from './OutsidePartRow.tsx';
import { rememberPart } from './planMemory.ts';
import classes from './PlanDetail.module.css';

type Props = {
  readonly parts: PlanNode['outside'];
  readonly waiting: PlanNode['waiting'];
  readonly names: Names;
  /** Undefined where nothing can be done. */
  readonly waitFor: Action | undefined;
  readonly onLetGo: (part: OutsidePart) => void;
};

/** Not there for who has nothing to see or do here. */
export function OutsideLinks({ parts, waiting, names, waitFor, onLetGo }: Props) {
  const mayChange = waitFor !== undefined && (waitFor.isEnabled?.() ?? true) === true;
  if (parts.length === 0 && !mayChange) return null;
  return (
    <section className={classes.block} aria-label={t('plan.why.outside')}>
      <h3 className={classes.heading}>{t('plan.why.outside')}</h3>
      <ul className={classes.links}>
        {parts.map(part => (
          <OutsidePartRow
            key={`${part.orderId}/${part.node}`}
            part={part}
            names={names}
            placeOf={orderId => ({ screen: 'order', orderId, tab: 'plan' })}
            onFollow={orderId => rememberPart(orderId, part.node)}
            isWhoSaid={isWhoSaidIn(waiting, parts)}
            onLetGo={mayChange ? () => onLetGo(part) : undefined}
          />
        ))}
      </ul>
      {mayChange && <ActionButton action={waitFor} />}
    </section>
  );
}
