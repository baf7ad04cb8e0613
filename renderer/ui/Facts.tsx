/** Names and values side by side; a missing value shows a dash instead of an empty place. */
import type { ReactNode } from 'react';
import { Breakable } from './Breakable.tsx';
import classes from './Facts.module.css';

export type Fact = {
  readonly name: string;
  readonly value: ReactNode;
  readonly title?: string;
  /** Lets a link lead the focus here. */
  readonly id?: string;
};

type Props = { readonly facts: readonly Fact[]; readonly label?: string };

export function Facts({ facts, label }: Props) {
  return (
    <dl className={classes.facts} aria-label={label}>
      {facts.map(({ name, value, title, id }) => (
        <div key={name} className={classes.fact} {...(id && { id, tabIndex: -1 })}>
          <dt className={classes.name}>
            <Breakable text={name} />
          </dt>
          <dd className={classes.value} title={title}>
            {value === null || value === undefined || value === '' || value === false ? (
              <span className={classes.none}>—</span>
            ) : typeof value === 'string' ? (
              <Breakable text={value} />
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
