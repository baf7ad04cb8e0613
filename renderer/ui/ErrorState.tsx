/** What stands where an answer would be when there is none: what happened, what to do, and a way to ask again. */
import { Button } from '@mantine/core';
import classes from './EmptyState.module.css';

type Props = {
  readonly title: string;
  readonly text: string;
  readonly retry?: { readonly label: string; readonly onClick: () => void };
};

export function ErrorState({ title, text, retry }: Props) {
  return (
    <div className={classes.empty} role="alert">
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{text}</p>
      {retry && (
        <Button variant="default" onClick={retry.onClick}>
          {retry.label}
        </Button>
      )}
    </div>
  );
}
