/** Says how late something is, how much it may slip and how far it has come, in few words. */
import type { PlanNode } from '../../preload/contract/plan.ts';
import { durationWords } from '../tasks/dueWords.ts';
import { t } from '../words/words.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Working minutes of a day, for slack in days. */
const WORKING_DAY = 8 * 60;

const MINUS = '−';

/** Days by the calendar, as people compare two dates; within one day hours or minutes. Null when they are the same. */
export function lateWords(now: string, before: string): string | null {
  const away = Date.parse(now) - Date.parse(before);
  const sign = away < 0 ? MINUS : '+';
  const days = Math.abs(dayNumber(now) - dayNumber(before));
  if (days > 0) return t('plan.late.days', { sign, count: days });
  const minutes = Math.round(Math.abs(away) / MINUTE_MS);
  if (minutes === 0) return null;
  return minutes < 60
    ? t('plan.late.minutes', { sign, count: minutes })
    : t('plan.late.hours', { sign, count: Math.round(minutes / 60) });
}

/** The same at a glance: under an hour is as good as on time, and so is what was canceled. */
export function lateShort(
  { state, baselineEnd }: Pick<PlanNode, 'state' | 'baselineEnd'>,
  end: string | null,
): { readonly words: string; readonly isLate: boolean } | null {
  if (end === null || baselineEnd === null || state === 'canceled') return null;
  if (Math.abs(Date.parse(end) - Date.parse(baselineEnd)) < 60 * MINUTE_MS) return null;
  const words = lateWords(end, baselineEnd);
  return words === null ? null : { words, isLate: end > baselineEnd };
}

/** A moment that is expected; of some the earliest is all that is known. */
export const expectedWords = (time: string, atEarliest: boolean): string =>
  atEarliest ? t('plan.earliest.at', { time }) : time;

/** Days since 1970 on the wall calendar of the person. */
function dayNumber(iso: string): number {
  const at = new Date(iso);
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY_MS);
}

/** `0`, `45 min`, `3 h`, `2.5 d` of eight working hours each. */
export function slackWords(minutes: number): string {
  if (minutes <= 0) return '0';
  if (minutes < WORKING_DAY) return durationWords(minutes < 60 ? minutes : Math.round(minutes / 60) * 60);
  const days = minutes / WORKING_DAY;
  return t('tasks.time.days', { count: days < 10 ? Math.round(days * 10) / 10 : Math.round(days) });
}

/** The whole of it, for a tooltip. */
export const slackSentence = (minutes: number): string =>
  minutes <= 0 ? t('plan.slack.none') : t('plan.slack.title', { time: durationWords(minutes) });

/** Share of planned working time that is done, in whole percent; less than all never reads as 100. Null without planned time. */
export function percentOf({ done, total }: { readonly done: number; readonly total: number }): number | null {
  if (total <= 0) return null;
  const percent = Math.round((100 * done) / total);
  return percent >= 100 && done < total ? 99 : Math.min(100, percent);
}
