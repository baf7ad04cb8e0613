/** A short list of cards: each has its name, which opens it beside the list, how it stands, and what there is to say of it. */
import type { ReactNode } from 'react';
import classes from './Card.module.css';

type ListProps = { readonly label?: string; readonly children: ReactNode };

export function CardList({ label, children }: ListProps) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  );
}

type Props = {
  readonly title: string;
  /** Where it opens, and what that is called; not there yet for what is still on its way. */
  readonly link?: { readonly href: string; readonly name: string; readonly open: boolean };
  /** How it stands, beside its name. */
  readonly aside: ReactNode;
  readonly children: ReactNode;
};

export function Card({ title, link, aside, children }: Props) {
  return (
    <li className={classes.card} data-open={link?.open || undefined}>
      <div className={classes.head}>
        {link ? (
          <a
            href={link.href}
            className={classes.title}
            title={title}
            aria-label={link.name}
            aria-current={link.open ? 'true' : undefined}
          >
            {title}
          </a>
        ) : (
          <span className={classes.title}>{title}</span>
        )}
        {aside}
      </div>
      {children}
    </li>
  );
}
