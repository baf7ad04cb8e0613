/** What stands where a list would be when it is empty: why, and the one thing to do next. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

type Props = {
  readonly title: string;
  readonly text?: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
};

export function EmptyState({ title, text, action }: Props) {
  return (
    <div className={classes.empty} role="status">
      <p className={classes.title}>{title}</p>
      {text && <p className={classes.text}>{text}</p>}
      {action && (
        <Button variant="default" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
