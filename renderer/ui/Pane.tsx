/** One named part of the window with its own heading and scrolling; F6 moves from one to the next, and single keys work inside it. */
import clsx from 'clsx';
import { useId, type ReactNode } from 'react';
import classes from './Pane.module.css';

type Props = {
  readonly title: string;
  /** Beside the title: a count, tabs or buttons. */
  readonly aside?: ReactNode;
  /** Below the title and never scrolled away. */
  readonly top?: ReactNode;
  /** Stays at the bottom, such as a bar of decisions. */
  readonly bottom?: ReactNode;
  /** Keeps the title for assistive technology only. */
  readonly titleHidden?: boolean;
  /** The content scrolls itself, as a grid does. */
  readonly fixed?: boolean;
  readonly children: ReactNode;
};

export function Pane({ title, aside, top, bottom, titleHidden = false, fixed = false, children }: Props) {
  const heading = useId();
  return (
    <section className={classes.pane} aria-labelledby={heading} data-pane="" data-keys="" tabIndex={-1}>
      {titleHidden ? (
        <h2 id={heading} className={classes.hidden}>
          {title}
        </h2>
      ) : (
        <header className={classes.header}>
          <h2 id={heading} className={classes.title} title={title}>
            {title}
          </h2>
          {aside}
        </header>
      )}
      {top}
      <div className={clsx(classes.content, fixed && classes.fixed)}>{children}</div>
      {bottom && <footer className={classes.bottom}>{bottom}</footer>}
    </section>
  );
}
