/** One target of the decomposition: made or skipped, why, by which rules and values, with which plan. */
import { State } from '../State.tsx';
import { Facts } from '../ui/Facts.tsx';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { valueText } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { BreakdownEntry } from '../../preload/contract/breakdown.ts';
import { FieldLink } from './FieldLink.tsx';
import type { BreakdownNode } from './breakdownTree.ts';
import { kindWord, planSentence, reasonSentence, ruleSentence } from './reasonWords.ts';
import classes from './Breakdown.module.css';

export type BreakdownContext = {
  readonly orderId: string;
  /** `L1`: where a missing value can be put right. */
  readonly lineId: string;
  /** Nothing is made yet: this is what approval would do. */
  readonly ahead: boolean;
};

type NodeProps = { readonly node: BreakdownNode; readonly about: BreakdownContext };

export function BreakdownNodeView({ node, about }: NodeProps) {
  return (
    <li className={classes.node}>
      <BreakdownEntryView entry={node.entry} about={about} />
      {node.children.length > 0 && (
        <ul className={classes.children}>
          {node.children.map((child, index) => (
            <BreakdownNodeView key={`${child.entry.target}${index}`} node={child} about={about} />
          ))}
        </ul>
      )}
    </li>
  );
}

type EntryProps = { readonly entry: BreakdownEntry; readonly about: BreakdownContext };

function BreakdownEntryView({ entry, about }: EntryProps) {
  const { verdict, targetName, domainOrder, relationship, sourceName, rules, copy, reconsidered } = entry;
  const verdictText = t(about.ahead ? `orders.verdict.${verdict}.ahead` : `orders.verdict.${verdict}`);
  const plan = planSentence(entry);
  const kind = kindWord(entry);
  return (
    <article
      className={classes.entry}
      data-verdict={verdict}
      aria-label={t('orders.breakdown.entry', { verdict: verdictText, name: targetName })}
    >
      <header className={classes.head}>
        <span className={classes.verdict} data-verdict={verdict}>
          <StateGlyph kind={verdict === 'created' ? 'completed' : 'stopped'} />
          {verdictText}
        </span>
        <strong className={classes.name} title={targetName}>
          {targetName}
        </strong>
        {copy && <span className={classes.tag}>{t('orders.breakdown.copy', copy)}</span>}
        {reconsidered && <span className={classes.tag}>{t(`orders.breakdown.reconsidered.${verdict}`)}</span>}
        {kind && <span className={classes.quiet}>{kind}</span>}
        {relationship && (
          <span className={classes.quiet}>
            {t(`orders.relationship.${relationship.type as 'bundles'}`, { source: sourceName ?? '' })}
          </span>
        )}
        {domainOrder && (
          <span className={classes.made}>
            <span className={classes.number}>{domainOrder.number}</span>
            <span>{word('states.action', domainOrder.action)}</span>
            {domainOrder.quantity !== 1 && (
              <span>{t('orders.line.quantityShort', { count: domainOrder.quantity })}</span>
            )}
            <State of="domainOrder" state={domainOrder.state} />
            {domainOrder.tasks.total > 0 && (
              <span className={classes.quiet}>{t('orders.tasks.count', domainOrder.tasks)}</span>
            )}
          </span>
        )}
      </header>
      <p className={classes.reason}>
        {reasonSentence(entry)} {plan && <span className={classes.quiet}>{plan}.</span>}
      </p>
      {rules.length > 0 && (
        <ul className={classes.rules}>
          {rules.map((rule, index) => (
            <li key={`${rule.rule}${index}`} className={classes.rule} data-passed={rule.passed}>
              <StateGlyph kind={rule.passed ? 'completed' : 'failed'} size={13} />
              <span>
                {ruleSentence(rule)}{' '}
                {rule.from === 'missing' && !rule.passed && (
                  <>
                    <FieldLink orderId={about.orderId} field={`${about.lineId}.characteristic.${rule.characteristic}`}>
                      {t('orders.rule.toField', { characteristic: rule.characteristic })}
                    </FieldLink>{' '}
                  </>
                )}
                <strong>{t(rule.passed ? 'orders.rule.verdict.passed' : 'orders.rule.verdict.failed')}</strong>
              </span>
            </li>
          ))}
        </ul>
      )}
      {domainOrder && domainOrder.characteristics.length > 0 && (
        <details className={classes.values}>
          <summary>{t('orders.breakdown.characteristics', { count: domainOrder.characteristics.length })}</summary>
          <Facts facts={domainOrder.characteristics.map(({ name, value }) => ({ name, value: valueText(value) }))} />
        </details>
      )}
    </article>
  );
}
