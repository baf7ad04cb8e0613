/** A check as words: which lines it is about and what exactly is missing, each with the field to put right. */
import type { Check } from '../../preload/contract/order.ts';
import { hasWord, t, word } from '../words/words.ts';
import type { FieldName } from './fieldFocus.ts';

export const checkName = ({ check }: Check): string => word('codes.check', check);

export type CheckPart = { readonly text: string; readonly field: FieldName | null };

/** `on line 2` and `vlan`, `bandwidth`; both empty when the check passed. */
export function checkParts({ check, lines, facts }: Check): {
  readonly lines: readonly CheckPart[];
  readonly facts: readonly CheckPart[];
} {
  const [only] = lines.length === 1 ? lines : [];
  return {
    lines: lines.map((id, index) => {
      const name = t('orders.check.line', { number: id.slice(1) });
      return {
        text: index === 0 ? t('orders.check.onLines', { lines: name }) : name,
        field: `${id}${lineFields[check] ?? ''}`,
      };
    }),
    facts: facts.map(fact => ({
      text: hasWord(`orders.check.fact.${fact}`) ? word('orders.check.fact', fact) : fact,
      field:
        check === 'characteristics' && only !== undefined
          ? `${only}.characteristic.${fact}`
          : lines.length === 0
            ? orderField(check, fact)
            : null,
    })),
  };
}

const lineFields: { readonly [C in Check['check']]?: string } = {
  specification: '.specification',
  location: '.location',
  characteristics: '.characteristics',
  service: '.service',
  quantity: '.quantity',
};

function orderField(check: Check['check'], fact: string): FieldName {
  if (check === 'dates') return fact === 'startAfterCompletion' ? 'requestedStart' : 'requestedCompletion';
  return check === 'account' || check === 'contact' ? check : 'lines';
}

export const failedChecks = (checks: readonly Check[]): readonly Check[] => checks.filter(({ passed }) => !passed);

export const blockingChecks = (checks: readonly Check[]): readonly Check[] =>
  checks.filter(({ passed, blocking }) => !passed && blocking);
