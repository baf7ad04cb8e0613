/** Two lines in one cell of a list: the second is quieter. */
import type { ReactNode } from 'react';
import classes from './TwoLines.module.css';

type Props = { readonly first: ReactNode; readonly second: ReactNode; readonly strong?: boolean };

export function TwoLines({ first, second, strong = false }: Props) {
  return (
    <span className={classes.lines}>
      <span className={strong ? classes.strong : classes.line} dir="auto">
        {first}
      </span>{' '}
      <span className={classes.quiet} dir="auto">
        {second}
      </span>
    </span>
  );
}
