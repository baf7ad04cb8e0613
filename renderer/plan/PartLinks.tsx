/** The parts before or after a part of the plan; those not yet loaded are asked for by key. */
import { useCall } from '../calls.ts';
import { PartLink, type PlanPartRef } from './PartLink.tsx';
import classes from './PlanDetail.module.css';

type Props = {
  readonly title: string;
  readonly none: string;
  readonly orderId: string;
  readonly keys: readonly string[];
  readonly find: (key: string) => PlanPartRef | undefined;
  readonly onGo: (key: string) => void;
};

export function PartLinks({ title, none, orderId, keys, find, onGo }: Props) {
  return (
    <section className={classes.block} aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      {keys.length === 0 ? (
        <p className={classes.quiet}>{none}</p>
      ) : (
        <ul className={classes.links}>
          {keys.map(key => {
            const part = find(key);
            return (
              <li key={key}>
                {part ? <PartLink part={part} onGo={onGo} /> : <FarPart orderId={orderId} partKey={key} onGo={onGo} />}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

type FarProps = { readonly orderId: string; readonly partKey: string; readonly onGo: (key: string) => void };

function FarPart({ orderId, partKey, onGo }: FarProps) {
  const part = useCall('plan.tree', { orderId, root: partKey, after: null, limit: 1 }).value?.nodes[0];
  return part ? <PartLink part={part} onGo={onGo} /> : <span className={classes.quiet}>{partKey}</span>;
}
