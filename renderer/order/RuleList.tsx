/** The rules that decided on a target, each with what it expected, what it saw and its verdict; a missing value leads to where it can be given. */
import type { BreakdownEntry } from '../../preload/contract/breakdown.ts';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { t } from '../words/words.ts';
import { FieldLink } from './FieldLink.tsx';
import { ruleSentence } from './reasonWords.ts';
import classes from './Breakdown.module.css';

type Props = {
  readonly rules: BreakdownEntry['rules'];
  readonly orderId: string;
  /** `L1` */
  readonly lineId: string;
};

export function RuleList({ rules, orderId, lineId }: Props) {
  if (rules.length === 0) return null;
  return (
    <ul className={classes.rules}>
      {rules.map((rule, index) => (
        <li key={`${rule.rule}${index}`} className={classes.rule} data-passed={rule.passed}>
          <StateGlyph kind={rule.passed ? 'completed' : 'failed'} size={13} />
          <span>
            {ruleSentence(rule)}{' '}
            {rule.from === 'missing' && !rule.passed && (
              <>
                <FieldLink orderId={orderId} field={`${lineId}.characteristic.${rule.characteristic}`}>
                  {t('orders.rule.toField', { characteristic: rule.characteristic })}
                </FieldLink>{' '}
              </>
            )}
            <strong>{t(rule.passed ? 'orders.rule.verdict.passed' : 'orders.rule.verdict.failed')}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}
