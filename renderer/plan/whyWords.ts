/** Says why a part of the plan waits: short for a column, and in sentences for the detail pane (features O8). */
import type { Waiting } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import { t, word } from '../words/words.ts';

/** For a column: what it waits for, without the verb. */
export function whyShort(waiting: Waiting): string {
  const [first, ...others] = waiting.on;
  if (waiting.cause === 'predecessors' || waiting.cause === 'fallout' || waiting.cause === 'children') {
    if (!first) return '';
    return others.length === 0 ? first.title : t('plan.short.more', { title: first.title, count: others.length });
  }
  // Work that is going on waits for nothing but itself.
  return waiting.cause === 'completion' ? '' : t(`plan.short.${waiting.cause}`);
}

/** The reason; what it waits for follows as a list when there is one. */
export const whySentence = (waiting: Waiting): string => t(`plan.why.${waiting.cause}`, { count: waiting.on.length });

/** Who can act on it. */
export function whoSentence({ who }: Waiting, names: Names): string {
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
