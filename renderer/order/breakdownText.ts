/** Why something was made or left out, as plain text that can be pasted into a message to somebody else (features D8, X3). */
import type { BreakdownEntry, LineBreakdown, WhyMade } from '../../preload/contract/breakdown.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { carriedSentence, markOf } from './carriedWords.ts';
import { lineName } from './lineName.ts';
import { planSentence, reasonSentence, relationshipWords, ruleSentence, verdictWord } from './reasonWords.ts';

export type TextAbout = {
  readonly order: { readonly number: string; readonly title: string };
  /** Nothing is made yet: this is what approval would do. */
  readonly ahead: boolean;
  /** The moment it holds for, as ISO-8601; null when that is not known. */
  readonly at: string | null;
};

type LineRef = NonNullable<WhyMade['line']>;

export const lineRefOf = ({ line }: LineBreakdown): LineRef => ({
  id: line.id,
  number: line.number,
  name: lineName(line),
});

/** Why one target was made or left out. */
export const entryText = (about: TextAbout, line: LineRef, entry: BreakdownEntry): string =>
  framed(about, [lineLine(line), ...entryLines(entry, about.ahead)]);

/** Everything the lines became, each target indented under what it belongs to; says so when the order has more lines. */
export const breakdownText = (about: TextAbout, rows: readonly LineBreakdown[], total: number): string =>
  framed(about, [
    ...rows.flatMap(row => [
      '',
      lineLine(lineRefOf(row)),
      ...row.entries.flatMap(entry => indented(entryLines(entry, about.ahead), entry.depth + 1)),
    ]),
    ...(rows.length < total ? ['', t('orders.text.lines', { shown: rows.length, total })] : []),
  ]);

/** Why a part of the plan exists, and what does not below it: goes into every text about that part. */
export function whyLines({ line, made, task, skipped }: WhyMade, ahead: boolean): readonly string[] {
  const left = skipped.total - skipped.rows.length;
  return [
    ...(line === null ? [] : [lineLine(line)]),
    ...(task === null ? [] : [taskSentence(task)]),
    ...(made === null ? [] : entryLines(made, ahead)),
    ...skipped.rows.flatMap(row => [
      ...(line === null ? [lineLine(row.line)] : []),
      ...indented(entryLines(row.entry, ahead), 1),
    ]),
    ...(left > 0 ? indented([t('orders.text.more', { count: left })], 1) : []),
  ];
}

export const whyText = (about: TextAbout, why: WhyMade): string => framed(about, whyLines(why, about.ahead));

/** Where a task comes from, beside the plan that its domain order follows. */
export const taskSentence = ({ key, undoes }: NonNullable<WhyMade['task']>): string =>
  undoes === null ? t('orders.why.task', { key }) : t('orders.why.undoes', undoes);

function entryLines(entry: BreakdownEntry, ahead: boolean): readonly string[] {
  const { targetName, domainOrder, copy, relationship, rules, mappings, reconsidered, verdict } = entry;
  const plan = planSentence(entry);
  const name = domainOrder === null ? targetName : `${targetName} (${domainOrder.number})`;
  const which = [
    ...(copy === null ? [] : [t('orders.breakdown.copy', copy)]),
    ...(reconsidered ? [t(`orders.breakdown.reconsidered.${verdict}`)] : []),
  ];
  return [
    [t('orders.breakdown.entry', { verdict: verdictWord(entry, ahead), name }), ...which].join(', '),
    ...indented(
      [
        ...(relationship === null ? [] : [t('orders.text.relationship', { words: relationshipWords(entry) ?? '' })]),
        t('orders.text.reason', { sentence: reasonSentence(entry) }),
        ...rules.map(
          rule =>
            `- ${ruleSentence(rule)} ${t(rule.passed ? 'orders.rule.verdict.passed' : 'orders.rule.verdict.failed')}`,
        ),
        ...(plan === undefined ? [] : [`${plan}.`]),
        ...mappings.map(carried => `- ${t(`orders.carried.mark.${markOf(carried)}`)} ${carriedSentence(carried)}`),
      ],
      1,
    ),
  ];
}

const lineLine = ({ number, name }: LineRef): string => t('orders.breakdown.line', { number, name });

const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map(line => `${'  '.repeat(by)}${line}`);

const framed = ({ order, at }: TextAbout, lines: readonly string[]): string =>
  [
    t('plan.text.order', order).trim(),
    ...lines,
    ...(at === null ? [] : [t('plan.text.at', { time: timeOf(at) })]),
  ].join('\n');
