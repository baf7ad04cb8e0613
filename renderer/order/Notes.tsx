/** The notes that came with the order or were added since. */
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import classes from './Order.module.css';

export function Notes({ notes }: Pick<Order, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <section aria-label={t('orders.notes.title')}>
      <h3 className={classes.heading}>{t('orders.notes.title')}</h3>
      <ul className={classes.notes}>
        {notes.map(({ author, at, text }, index) => (
          <li key={`${at ?? ''}${index}`}>
            <span className={classes.quiet}>
              {at
                ? t('orders.note.by', { author: author ?? t('orders.note.unknown'), at: timeOf(at) })
                : (author ?? t('orders.note.unknown'))}
            </span>
            <p className={classes.noteText}>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
