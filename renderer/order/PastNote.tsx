/** Says that what is shown is how an order was at an earlier moment, and leads back to now (features X6). */
import { hashOf } from '../route.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import classes from './Breakdown.module.css';

type Props = {
  readonly orderId: string;
  readonly at: string | undefined;
  /** ISO-8601; undefined until that is known. */
  readonly time: string | undefined;
};

export const PastNote = ({ orderId, at, time }: Props) => (
  <p className={classes.ahead} role="note">
    <strong>{t('orders.breakdown.asOf', { time: time === undefined ? '…' : timeOf(time) })}</strong>{' '}
    {t('orders.breakdown.asOfText')}{' '}
    <a href={hashOf({ screen: 'order', orderId, tab: 'specifications', ...(at !== undefined && { at }) })}>
      {t('orders.breakdown.toNow')}
    </a>
  </p>
);
