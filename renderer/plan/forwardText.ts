/** How a part of the plan stands, as plain text that can be pasted into a message to somebody else. */
import type { WhyMade } from '../../preload/contract/breakdown.ts';
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import { whyLines } from '../order/breakdownText.ts';
import { stateWord } from '../State.tsx';
import { escalatedTo } from '../tasks/Escalated.tsx';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { hasPartEnded, ownerOf, ownerOfKey } from './partState.ts';
import { proposedWords } from './ProposedEnd.tsx';
import { expectedWords, lateWords } from './scheduleWords.ts';
import { wayOutSentence, whoSentence, whyMore, whySentence } from './whyWords.ts';

type Input = {
  readonly order: { readonly number: string; readonly title: string };
  readonly node: PlanNode;
  readonly names: Names;
  /** The moment it holds for, as ISO-8601; null when that is not known. */
  readonly at: string | null;
  /** Why it exists, and what does not below it; undefined when that is not known. */
  readonly made?: WhyMade | undefined;
  /** Nothing is made yet: this is what approval would do. */
  readonly ahead?: boolean;
};

/** One line for each of order, part, state, cause, who and dates, and below that why it exists. */
export function forwardText({ order, node, names, at, made, ahead = false }: Input): string {
  const { waiting, plannedStart, plannedEnd, baselineEnd, actualStart } = node;
  const hasEnded = hasPartEnded(node);
  const end = hasEnded ? node.actualEnd : node.estimatedEnd;
  const late = end === null || baselineEnd === null ? null : lateWords(end, baselineEnd);
  const lines = [
    t('plan.text.order', order),
    node.kind !== 'order' &&
      t('plan.text.part', {
        kind: t(`plan.kind.${node.kind}`),
        title: node.title,
        number: node.number && `(${node.number})`,
      }).trim(),
    t('plan.text.state', { state: stateWord(ownerOf(node.kind), node.state) }),
    ...(waiting
      ? [
          t('plan.text.why', { sentence: whySentence(waiting) }),
          ...waiting.on.map(({ key, title, state }) =>
            state === null
              ? t('plan.text.onUnknown', { title })
              : t('plan.text.on', { title, state: stateWord(ownerOfKey(key), state) }),
          ),
          ...whyMore(waiting, at === null ? undefined : Date.parse(at)),
          t('plan.text.who', { sentence: whoSentence(waiting, names) }),
          wayOutSentence(waiting) ?? false,
        ]
      : []),
    plannedStart !== null &&
      plannedEnd !== null &&
      t('plan.text.planned', { start: timeOf(plannedStart), end: timeOf(plannedEnd) }),
    actualStart !== null && t('plan.text.started', { time: timeOf(actualStart) }),
    end !== null &&
      (hasEnded
        ? t('plan.text.ended', { time: timeOf(end) })
        : t('plan.text.expected', { time: expectedWords(timeOf(end), node.atEarliest) })),
    node.proposedEnd !== null &&
      t('plan.text.proposed', { time: timeOf(node.proposedEnd.end), words: proposedWords(node.proposedEnd, names) }),
    node.escalation !== null && escalatedText(node.escalation, names),
    late !== null && t('plan.text.late', { late }),
    ...(made === undefined ? [] : whyLines(made, ahead)),
    at !== null && t('plan.text.at', { time: timeOf(at) }),
  ];
  return lines.filter(line => line !== false).join('\n');
}

const escalatedText = ({ to, by, at: when, reason }: NonNullable<PlanNode['escalation']>, names: Names): string =>
  t('plan.text.escalated', { to: escalatedTo(to, names), name: names.person(by), time: timeOf(when), reason });
