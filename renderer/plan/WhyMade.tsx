/** Answers "why does this exist, and what does not?": the result it is or belongs to, with rule and plan, and what was left out below it (features D8, X3). */
import type { WhyMade as Why } from '../../preload/contract/breakdown.ts';
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { CallState } from '../calls.ts';
import { entryText, taskSentence, whyText, type TextAbout } from '../order/breakdownText.ts';
import { kindWord, planSentence, reasonSentence, relationshipWords, verdictWord } from '../order/reasonWords.ts';
import { RuleList } from '../order/RuleList.tsx';
import { hashOf } from '../route.ts';
import { CopyButton } from '../tasks/CopyButton.tsx';
import { t } from '../words/words.ts';
import type { PlanSource } from './planSource.ts';
import classes from './Why.module.css';

type Props = {
  readonly source: PlanSource;
  readonly node: Pick<PlanNode, 'key' | 'kind'>;
  readonly why: CallState<Why>;
  readonly about: TextAbout;
};

/** Nothing is said of a part of which nothing was decided. */
export function WhyMade({ source, node, why, about }: Props) {
  const { value, problem } = why;
  const isOne = node.kind !== 'order' && node.kind !== 'location';
  if (problem || (value ? value.made === null && value.skipped.total === 0 : !isOne)) return null;
  const title = t(titleOf(node.kind, value, about.ahead));
  return (
    <section className={classes.exists} aria-label={title}>
      <header className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        {value && <CopyButton labelled name={t('orders.breakdown.copyAll')} text={() => whyText(about, value)} />}
      </header>
      {value && <Made source={source} value={value} ahead={about.ahead} />}
      {value && value.skipped.total > 0 && <LeftOut source={source} value={value} about={about} />}
    </section>
  );
}

function titleOf(kind: PlanNode['kind'], value: Why | undefined, ahead: boolean) {
  if (kind === 'order' || kind === 'location') return 'orders.why.titleLeftOut';
  if (value?.made?.verdict === 'skipped') return 'orders.why.titleNot';
  return ahead ? 'orders.why.titleAhead' : 'orders.why.title';
}

type PartProps = { readonly source: PlanSource; readonly value: Why };

function Made({ source, value: { line, made, task }, ahead }: PartProps & { readonly ahead: boolean }) {
  if (made === null || line === null) return null;
  const plan = planSentence(made);
  const { domainOrder } = made;
  const kinds = [kindWord(made), relationshipWords(made)].filter(Boolean).join(', ');
  return (
    <>
      {task && <p className={classes.text}>{taskSentence(task)}</p>}
      <p className={classes.text}>
        {verdictWord(made, ahead)}: <strong>{made.targetName}</strong>
        {domainOrder && <span className={classes.number}> {domainOrder.number}</span>}
        {kinds && <span className={classes.quiet}>{kinds}</span>}
      </p>
      <p className={classes.text}>
        {reasonSentence(made)}
        {made.reconsidered && (
          <span className={classes.quiet}>{t(`orders.breakdown.reconsidered.${made.verdict}`)}</span>
        )}
      </p>
      <RuleList rules={made.rules} orderId={source.orderId} lineId={line.id} />
      {plan && <p className={classes.text}>{plan}.</p>}
      {task && (
        <a className={classes.link} href={addressOf(source, domainOrder?.id ?? line.id)}>
          {t('orders.why.open')}
        </a>
      )}
    </>
  );
}

function LeftOut({ source, value: { line, skipped }, about }: PartProps & { readonly about: TextAbout }) {
  const { rows, total } = skipped;
  const title = t(about.ahead ? 'orders.why.skippedAhead' : 'orders.why.skipped', { count: total });
  return (
    <>
      <h4 className={classes.heading}>{title}</h4>
      <ul className={classes.skipped} aria-label={title}>
        {rows.map((row, index) => (
          <li key={`${row.line.id}${row.entry.target}${index}`} className={classes.target}>
            <p className={classes.row}>
              <span>
                <strong>{row.entry.targetName}</strong>
                {row.entry.copy && <> ({t('orders.breakdown.copy', row.entry.copy)})</>}{' '}
                <span className={classes.quiet}>
                  {line === null ? t('orders.breakdown.line', row.line) : relationshipWords(row.entry)}
                </span>
              </span>
              <CopyButton
                name={t('orders.breakdown.copyOne', { name: row.entry.targetName })}
                text={() => entryText(about, row.line, row.entry)}
              />
            </p>
            <p className={classes.text}>{reasonSentence(row.entry)}</p>
            <RuleList rules={row.entry.rules} orderId={source.orderId} lineId={row.line.id} />
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <a className={classes.link} href={addressOf(source, 'skipped')}>
          {t('orders.why.more', { count: total - rows.length })}
        </a>
      )}
    </>
  );
}

const addressOf = ({ orderId, asOf }: PlanSource, at: string): string =>
  hashOf({ screen: 'order', orderId, tab: 'specifications', at, ...(asOf !== undefined && { asOf }) });
