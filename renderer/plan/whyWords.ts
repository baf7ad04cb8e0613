/** Says why a part of the plan waits: short for a column, and in sentences for the detail pane (features O8). */
import type { Waiting } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import { agoOf, dayOf, timeOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import { expectedWords } from './scheduleWords.ts';

/** For a column: what it waits for, without the verb. */
export function whyShort(waiting: Waiting): string {
  const { cause, until } = waiting;
  switch (cause) {
    case 'predecessors':
    case 'fallout':
    case 'children':
      return named(waiting);
    case 'otherOrder':
      return named(waiting) || t('plan.short.otherOrder');
    case 'startDate':
    case 'lag':
      return until === null ? '' : t(`plan.short.${cause}`, { day: dayOf(until) });
    case 'completion':
      // Work that is going on waits for nothing but itself.
      return '';
    default:
      return t(`plan.short.${cause}`);
  }
}

function named({ on }: Waiting): string {
  const [first, ...others] = on;
  if (!first) return '';
  return others.length === 0 ? first.title : t('plan.short.more', { title: first.title, count: others.length });
}

/** The reason; what it waits for follows as a list when there is one. */
export const whySentence = (waiting: Waiting): string => t(`plan.why.${waiting.cause}`, { count: waiting.on.length });

/** Everything about why it waits in one breath, for what has no room for a list. */
export const whyInFull = (waiting: Waiting): string =>
  [whySentence(waiting), whyShort(waiting), ...whyMore(waiting)].filter(Boolean).join(' ');

/** The moment that is waited for, and what a person gave as the reason; as many sentences as are known. */
export function whyMore({ cause, until, atEarliest, text }: Waiting, now?: number): readonly string[] {
  return [
    ...(until === null
      ? []
      : [
          t(cause === 'otherOrder' ? 'plan.why.expected' : 'plan.why.until', {
            time: expectedWords(timeOf(until), atEarliest),
            ago: agoOf(until, now),
          }),
        ]),
    ...(text === null || text === '' ? [] : [t('plan.why.reason', { text })]),
  ];
}

/** Who can act on it. */
export function whoSentence({ who }: Pick<Waiting, 'who'>, names: Names): string {
  switch (who.kind) {
    case 'person':
      return t('plan.why.who.person', { name: names.person(who.id) });
    case 'group':
      return t('plan.why.who.group', { name: names.team(who.id) });
    case 'permission':
      return t('plan.why.who.permission', { permission: word('codes.permission', who.permission) });
    case 'nobody':
      return t('plan.why.who.nobody');
  }
}

/** What can be done beside clearing the cause; null when there is nothing. */
export const wayOutSentence = ({ cause }: Waiting): string | null =>
  cause === 'otherOrder' ? t('plan.why.wayOut', { permission: word('codes.permission', 'task.assign') }) : null;
