/** How far a piece of work has come, as a bar with its numbers in words. */
import { Progress } from '@mantine/core';
import classes from './Bar.module.css';

type Props = {
  readonly label: string;
  /** What stands beside the bar, such as `2 of 8`. */
  readonly text: string;
  readonly done: number;
  readonly total: number;
};

export function Bar({ label, text, done, total }: Props) {
  const percent = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  return (
    <span className={classes.bar}>
      <Progress.Root size="sm" className={classes.track ?? ''}>
        <Progress.Section value={percent} aria-label={label} />
      </Progress.Root>
      <span className={classes.text}>{text}</span>
    </span>
  );
}
