/** Grey rows of the height that the real ones will have; they appear only when the answer takes longer than a blink. */
import classes from './LoadingRows.module.css';

type Props = { readonly label: string; readonly rows?: number };

export function LoadingRows({ label, rows = 8 }: Props) {
  return (
    <div className={classes.rows} role="status" aria-label={label} aria-busy="true">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row} />
      ))}
    </div>
  );
}
