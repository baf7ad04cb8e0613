/** Why a target was created or skipped, as sentences: the reason, each rule with its input, the plan that was chosen. */
import { valueText } from '../words/format.ts';
import { hasWord, t, word } from '../words/words.ts';
import type { BreakdownEntry } from '../../preload/contract/breakdown.ts';

type Rule = BreakdownEntry['rules'][number];

export function reasonSentence({ reason, sourceName, target }: BreakdownEntry): string {
  const key = `orders.reason.${reason}`;
  return hasWord(key) ? t(key, { source: sourceName ?? '', target }) : word('orders.reason', reason);
}

export function ruleSentence({ rule, characteristic, expected, input, from }: Rule): string {
  return t('orders.rule.sentence', {
    rule,
    characteristic,
    expected: expectedWords(expected),
    input: t(`orders.rule.input.${from}`, { value: valueText(input) }),
  });
}

function expectedWords(expected: Rule['expected']): string {
  if (!expected || expected.length === 0) return t('orders.rule.expected.any');
  if (expected.length === 1) return t('orders.rule.expected.one', { value: valueText(expected[0]) });
  return t('orders.rule.expected.some', { values: expected.map(value => `“${valueText(value)}”`).join(', ') });
}

/** `Created`, or `Would be created` while nothing is decided. */
export const verdictWord = ({ verdict }: BreakdownEntry, ahead: boolean): string =>
  t(ahead ? `orders.verdict.${verdict}.ahead` : `orders.verdict.${verdict}`);

/** `realizes Managed Firewall`; nothing for what the line itself orders. */
export const relationshipWords = ({ relationship, sourceName }: BreakdownEntry): string | undefined =>
  relationship === null
    ? undefined
    : t(`orders.relationship.${relationship.type as 'bundles'}`, { source: sourceName ?? '' });

export function planSentence({ plan }: BreakdownEntry): string | undefined {
  if (!plan) return undefined;
  if (plan.choice !== 'policy') return t(`orders.planChoice.${plan.choice}`);
  const chosen = t('orders.planChoice.policy', { template: plan.template ?? '', policy: plan.policy ?? '' });
  return plan.row === null ? chosen : `${chosen} ${t('orders.planChoice.row', { what: rowWords(plan.row) })}`;
}

type PolicyRow = NonNullable<NonNullable<BreakdownEntry['plan']>['row']>;

/** `Firewall appliance (Add, Change)`, `every resource`: what the row of the policy is for. */
function rowWords({ specification, kind, facing, actions }: PolicyRow): string {
  const what = specification ?? t(`orders.planChoice.any.${familyOf(kind, facing)}`);
  return actions === null ? what : `${what} (${actions.map(action => word('states.action', action)).join(', ')})`;
}

function familyOf(kind: string | null, facing: PolicyRow['facing']) {
  if (facing !== null) return facing === 'customer' ? 'customer' : 'resourceFacing';
  return kind === 'service' || kind === 'resource' ? kind : 'thing';
}

/** `Customer-facing service`, `Resource`; of a skipped target nothing is known but its name. */
export function kindWord({ domainOrder }: BreakdownEntry): string | undefined {
  if (!domainOrder) return undefined;
  if (domainOrder.kind === 'resource') return t('orders.kind.resource');
  if (domainOrder.facing === 'customer') return t('orders.kind.customer');
  return t(domainOrder.facing === 'resource' ? 'orders.kind.resourceFacing' : 'orders.kind.service');
}
