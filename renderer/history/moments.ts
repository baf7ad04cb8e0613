/** The moments of an order's history: those around the one that is looked at, and the words for each; the last is now. */
import type { Output } from '../../preload/contract/contract.ts';
import { useCall } from '../calls.ts';
import type { Names } from '../names.ts';
import { clockOf, dayOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { Problem } from '../words/refusalWords.ts';

export type Moment = Output<'history.moments'>['moments'][number];

export type Moments = {
  /** How many there are, and so the version of the last; 0 while nothing is known. */
  readonly total: number;
  /** The moment of a version; undefined while it is not read yet. */
  readonly find: (version: number) => Moment | undefined;
  readonly problem: Problem | undefined;
  readonly reload: () => void;
};

/** So many are read at once, and those around a round number: one asks anew only after fifty steps, before they run out. */
const AT_ONCE = 400;
const ROUND = 100;

/** Each event is a moment of its own, however many there are: those around a version are read, null for the latest. */
export function useMoments(orderId: string, version: number | null): Moments {
  const latest = useCall('history.moments', { orderId, around: null, limit: AT_ONCE }, { keepPrevious: true });
  const first = latest.value?.moments[0]?.version ?? 1;
  const isEarlier = version !== null && version < first + AT_ONCE / 4 && first > 1;
  const around = Math.max(1, Math.round((version ?? 1) / ROUND) * ROUND);
  const near = useCall(
    'history.moments',
    { orderId, around, limit: AT_ONCE },
    { enabled: isEarlier, keepPrevious: true },
  );
  const find = (wanted: number): Moment | undefined =>
    momentIn(latest.value?.moments, wanted) ?? momentIn(near.value?.moments, wanted);
  return { total: latest.value?.total ?? 0, find, problem: latest.problem, reload: latest.reload };
}

/** They stand without gaps. */
const momentIn = (moments: readonly Moment[] | undefined, version: number): Moment | undefined =>
  moments?.[version - (moments[0]?.version ?? 1)];

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

/** The moment in full, or by its number while it is on its way. */
export function versionText({ total, find }: Moments, version: number): string {
  if (version >= total) return t('history.now');
  const moment = find(version);
  return moment === undefined ? t('history.change', { at: version, total }) : momentText(moment);
}
