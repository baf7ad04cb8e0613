/** One target of the decomposition: made or skipped, why, by which rules and values, with which plan. */
import { State } from '../State.tsx';
import { Facts } from '../ui/Facts.tsx';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { valueText } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { BreakdownEntry, WhyMade } from '../../preload/contract/breakdown.ts';
import { CopyButton } from '../tasks/CopyButton.tsx';
import { entryText, type TextAbout } from './breakdownText.ts';
import type { BreakdownNode } from './breakdownTree.ts';
import { CarriedList } from './CarriedList.tsx';
import { markOf } from './carriedWords.ts';
import { kindWord, planSentence, reasonSentence, relationshipWords, verdictWord } from './reasonWords.ts';
import { RuleList } from './RuleList.tsx';
import { resultId } from './useResultInSight.ts';
import classes from './Breakdown.module.css';

export type BreakdownContext = {
  readonly orderId: string;
  /** Where a missing value can be put right. */
  readonly line: NonNullable<WhyMade['line']>;
  /** Nothing is made yet: this is what approval would do. */
  readonly ahead: boolean;
  /** The result that takes the focus. */
  readonly at: string | undefined;
  /** What a text for somebody else says beside the reasons. */
  readonly text: () => TextAbout;
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
  const { verdict, targetName, domainOrder, rules, copy, reconsidered } = entry;
  const verdictText = verdictWord(entry, about.ahead);
  const plan = planSentence(entry);
  const kind = kindWord(entry);
  const relationship = relationshipWords(entry);
  return (
    <article
      className={classes.entry}
      data-verdict={verdict}
      aria-label={t('orders.breakdown.entry', { verdict: verdictText, name: targetName })}
      {...(domainOrder && about.at === domainOrder.id && { id: resultId(domainOrder.id), tabIndex: -1 })}
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
        {relationship && <span className={classes.quiet}>{relationship}</span>}
        <span className={classes.made}>
          {domainOrder && <Made domainOrder={domainOrder} />}
          <CopyButton
            name={t('orders.breakdown.copyOne', { name: targetName })}
            text={() => entryText(about.text(), about.line, entry)}
          />
        </span>
      </header>
      <p className={classes.reason}>
        {reasonSentence(entry)} {plan && <span className={classes.quiet}>{plan}.</span>}
      </p>
      <RuleList rules={rules} orderId={about.orderId} lineId={about.line.id} />
      {domainOrder && <Values domainOrder={domainOrder} mappings={entry.mappings} />}
    </article>
  );
}

type DomainOrder = NonNullable<BreakdownEntry['domainOrder']>;

const Made = ({ domainOrder: { number, action, quantity, state, tasks } }: { readonly domainOrder: DomainOrder }) => (
  <>
    <span className={classes.number}>{number}</span>
    <span>{word('states.action', action)}</span>
    {quantity !== 1 && <span>{t('orders.line.quantityShort', { count: quantity })}</span>}
    <State of="domainOrder" state={state} />
    {tasks.total > 0 && <span className={classes.quiet}>{t('orders.tasks.count', tasks)}</span>}
  </>
);

type ValuesProps = { readonly domainOrder: DomainOrder; readonly mappings: BreakdownEntry['mappings'] };

/** Open where a value was lost on its way: nobody would look for it. */
function Values({ domainOrder: { characteristics }, mappings }: ValuesProps) {
  const count = characteristics.length;
  const lost = mappings.filter(carried => markOf(carried) === 'lost').length;
  if (count + mappings.length === 0) return null;
  return (
    <details className={classes.values} open={lost > 0}>
      <summary>
        {lost > 0
          ? t('orders.breakdown.characteristicsLost', { count, lost })
          : count > 0
            ? t('orders.breakdown.characteristics', { count })
            : t('orders.carried.title')}
      </summary>
      {count > 0 && <Facts facts={characteristics.map(({ name, value }) => ({ name, value: valueText(value) }))} />}
      <CarriedList mappings={mappings} />
    </details>
  );
}
