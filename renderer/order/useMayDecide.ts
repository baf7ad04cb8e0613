/** Whether the person at the desk may take each decision on an order now, or why not. */
import { useAllowed, useSession } from '../people.ts';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { blockingChecks, checkName } from './checkWords.ts';

/** True, or the reason in words. */
type Verdict = () => true | string;

export type MayDecide = {
  readonly approve: Verdict;
  readonly decline: Verdict;
  readonly correct: Verdict;
  readonly start: Verdict;
};

export function useMayDecide(order: Order, settled: boolean): MayDecide {
  const isAllowed = useAllowed();
  const person = useSession()?.person?.id;
  const whyNot = (allowed: boolean, otherwise: string): true | string =>
    settled ? allowed || otherwise : t('approvals.settling');
  return {
    approve: () => {
      const blocking = blockingChecks(order.checks);
      if (blocking.length > 0) return t('approvals.blocked', { checks: blocking.map(checkName).join('; ') });
      if (person !== undefined && order.approval.endorsedBy.includes(person)) return t('approvals.endorsedByYou');
      return whyNot(isAllowed('order.approve'), t('approvals.noApprove'));
    },
    decline: () => whyNot(isAllowed('order.reject'), t('approvals.noDecline')),
    correct: () => whyNot(isAllowed('order.correct'), t('approvals.noCorrect')),
    start: () => whyNot(isAllowed('order.approve'), t('approvals.noStart')),
  };
}
