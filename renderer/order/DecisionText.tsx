/** One line beside the decision: why it cannot be taken, what to look at first, or what was decided. */
import { useNames } from '../people.ts';
import { timeOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { failedChecks } from './checkWords.ts';
import classes from './DecisionBar.module.css';

type Props = { readonly order: Order; readonly whyNot: true | string };

export function DecisionText({ order, whyNot }: Props) {
  const names = useNames();
  const last = order.decisions.at(-1);
  if (order.state === 'new') {
    if (whyNot !== true) return <p className={classes.blocked}>{whyNot}</p>;
    const count = failedChecks(order.checks).length;
    return count > 0 ? <p className={classes.warned}>{t('approvals.warned', { count })}</p> : null;
  }
  if (!last) return null;
  const name =
    last.onBehalfOf === undefined
      ? names.person(last.by)
      : t('approvals.decided.inPlace', { name: names.person(last.by), other: names.person(last.onBehalfOf) });
  const values = { name, at: timeOf(last.at) };
  if (last.verdict === 'approved') return <p className={classes.decided}>{t('approvals.decided.approved', values)}</p>;
  const reason = [last.reasonCode && word('codes.rejectionReason', last.reasonCode), last.text];
  return (
    <p className={classes.decided}>
      {t('approvals.decided.rejected', { ...values, reason: reason.filter(Boolean).join(' — ') })}
    </p>
  );
}
