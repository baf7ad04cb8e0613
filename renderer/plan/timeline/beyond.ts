/** What the fitted timeline leaves out and is out of sight, on either side, and how that is said. */
import { dayOf } from '../../words/format.ts';
import { t } from '../../words/words.ts';
import type { Moment } from './planSpan.ts';
import type { Span } from './scale.ts';

export type Beyond = { readonly before: readonly Moment[]; readonly after: readonly Moment[] };

export const nothingBeyond: Beyond = { before: [], after: [] };

/** `old` again where it says the same, so that scrolling draws nothing anew. */
export function beyondOf(outside: readonly Moment[], { from, to }: Span, old: Beyond): Beyond {
  const beyond = { before: outside.filter(({ at }) => at < from), after: outside.filter(({ at }) => at > to) };
  return beyondSentence(beyond) === beyondSentence(old) ? old : beyond;
}

/** `now, due 1 Jan 2199` */
export const momentWords = (moments: readonly Moment[]): string =>
  moments
    .map(({ name, at }) => t(`plan.timeline.beyond.${name}`, { day: dayOf(new Date(at).toISOString()) }))
    .join(', ');

/** Empty when nothing is out of sight. */
export const beyondSentence = (beyond: Beyond): string =>
  (['before', 'after'] as const)
    .filter(side => beyond[side].length > 0)
    .map(side => t(`plan.timeline.beyond.said.${side}`, { moments: momentWords(beyond[side]) }))
    .join(' ');
