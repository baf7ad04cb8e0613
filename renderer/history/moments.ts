/** Places on the slider of an order's history and the words for them; the last place is now. */
import type { Output } from '../../preload/contract/contract.ts';
import type { Names } from '../names.ts';
import { clockOf, dayOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';

export type Moment = Output<'history.moments'>['moments'][number];

/** `12 Nov 14:03` */
export const momentTime = (at: string): string => t('history.time', { day: dayOf(at), clock: clockOf(at) });

/** `Completed · TASK0000421-3 Install CPE` */
export function whatText({ event, subject, subjectName }: Moment): string {
  const said = word('activity.event', event);
  if (subject === 'order') return t('history.what.order', { event: said });
  return t('history.what', { event: said, part: subjectName ?? subject });
}

/** `12 Nov 14:03 · Completed · TASK0000421-3 Install CPE` */
export const momentText = (moment: Moment): string =>
  t('history.moment', { time: momentTime(moment.at), what: whatText(moment) });

export const byWhom = ({ by }: Moment, names: Names): string =>
  t('history.moment.by', { name: names.person(by) || t('activity.system') });

/** The place of a moment: the last one not after it. Null, for now, is the last place. */
export function placeOf(moments: readonly Moment[], version: number | null): number {
  if (version === null) return Math.max(moments.length - 1, 0);
  return Math.max(
    moments.findLastIndex(moment => moment.version <= version),
    0,
  );
}

/** The version to look at for a place; null for the last, which is now. */
export const versionAt = (moments: readonly Moment[], place: number): number | null =>
  place >= moments.length - 1 ? null : (moments[place]?.version ?? null);

/** What a screen reader says for a place. */
export function placeText(moments: readonly Moment[], place: number): string {
  const moment = moments[place];
  if (moment === undefined || versionAt(moments, place) === null) return t('history.now');
  return momentText(moment);
}
