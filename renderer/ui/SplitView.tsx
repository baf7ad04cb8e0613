/** A list beside what is open in it; in a narrow window one at a time, with a way back. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SplitView.module.css';

type Props = {
  readonly list: ReactNode;
  /** Null when nothing is open. */
  readonly detail: ReactNode | null;
  /** What stands in the detail's place while nothing is open. */
  readonly placeholder: ReactNode;
  readonly back: { readonly label: string; readonly onClick: () => void };
};

export function SplitView({ list, detail, placeholder, back }: Props) {
  return (
    <div className={classes.split} data-open={detail !== null || undefined}>
      <div className={classes.list}>{list}</div>
      <div className={classes.detail}>
        {detail !== null && (
          <div className={classes.back}>
            <Button variant="subtle" size="compact-sm" onClick={back.onClick}>
              ← {back.label}
            </Button>
          </div>
        )}
        <div className={classes.body}>{detail ?? placeholder}</div>
      </div>
    </div>
  );
}
