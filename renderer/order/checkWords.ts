/** A check as words: which lines it is about and what exactly is missing. */
import type { Check } from '../../preload/contract/order.ts';
import { hasWord, t, word } from '../words/words.ts';

export const checkName = ({ check }: Check): string => word('codes.check', check);

/** `on line 2: vlan, bandwidth`; empty when the check passed. */
export function checkDetail({ lines, facts }: Check): string {
  const on = lines.map(id => t('orders.check.line', { number: id.slice(1) })).join(', ');
  const what = facts
    .map(fact => (hasWord(`orders.check.fact.${fact}`) ? word('orders.check.fact', fact) : fact))
    .join(', ');
  return [on && t('orders.check.onLines', { lines: on }), what].filter(Boolean).join(': ');
}

export const failedChecks = (checks: readonly Check[]): readonly Check[] => checks.filter(({ passed }) => !passed);

export const blockingChecks = (checks: readonly Check[]): readonly Check[] =>
  checks.filter(({ passed, blocking }) => !passed && blocking);
