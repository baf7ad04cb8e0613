/** One target of the decomposition: made or skipped, why, by which rules and values, with which plan. */
import { State } from '../State.tsx';
import { Facts } from '../ui/Facts.tsx';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { valueText } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { BreakdownEntry } from '../../preload/contract/order.ts';
import type { BreakdownNode } from './breakdownTree.ts';
import { kindWord, planSentence, reasonSentence, ruleSentence } from './reasonWords.ts';
import classes from './Breakdown.module.css';

export function BreakdownNodeView({ node }: { readonly node: BreakdownNode }) {
  return (
    <li className={classes.node}>
      <BreakdownEntryView entry={node.entry} />
      {node.children.length > 0 && (
        <ul className={classes.children}>
          {node.children.map((child, index) => (
            <BreakdownNodeView key={`${child.entry.target}${index}`} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function BreakdownEntryView({ entry }: { readonly entry: BreakdownEntry }) {
  const { verdict, targetName, domainOrder, relationship, sourceName, rules } = entry;
  const plan = planSentence(entry);
  const kind = kindWord(entry);
  return (
    <article
      className={classes.entry}
      data-verdict={verdict}
      aria-label={`${t(`orders.verdict.${verdict}`)}: ${targetName}`}
    >
      <header className={classes.head}>
        <span className={classes.verdict} data-verdict={verdict}>
          <StateGlyph kind={verdict === 'created' ? 'completed' : 'stopped'} />
          {t(`orders.verdict.${verdict}`)}
        </span>
        <strong className={classes.name} title={targetName}>
          {targetName}
        </strong>
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
