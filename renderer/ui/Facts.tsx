/** Names and values side by side; a missing value shows a dash instead of an empty place. */
import type { ReactNode } from 'react';
import { Breakable } from './Breakable.tsx';
import classes from './Facts.module.css';

export type Fact = {
  readonly name: string;
  readonly value: ReactNode;
  readonly title?: string;
  /** Has a row to itself, as a longer text needs. */
  readonly wide?: boolean;
  /** Lets a link lead the focus here. */
  readonly id?: string;
};

type Props = { readonly facts: readonly Fact[]; readonly label?: string };

export function Facts({ facts, label }: Props) {
  return (
    <dl className={classes.facts} aria-label={label}>
      {facts.map(({ name, value, title, id, wide }) => (
        <div key={name} className={classes.fact} data-wide={wide} {...(id && { id, tabIndex: -1 })}>
          <dt className={classes.name}>
            <Breakable text={name} />
          </dt>
          <dd className={classes.value} title={title}>
            {value === null || value === undefined || value === '' || value === false ? (
              <span className={classes.none}>—</span>
            ) : typeof value === 'string' ? (
              <bdi>
                <Breakable text={value} />
              </bdi>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
