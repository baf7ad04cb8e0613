/** Working hours as a person edits and reads them. */
import type { Calendar } from '../../preload/contract/policy.ts';
import { t } from '../words/words.ts';

export const days = [1, 2, 3, 4, 5, 6, 7] as const;
export type Day = (typeof days)[number];

export const dayWord = (day: number): string => t(`policy.day.${days.find(one => one === day) ?? 1}`);

export type HoursForm = {
  readonly zone: string;
  readonly days: { readonly [day: number]: { readonly from: string; readonly to: string } | undefined };
  readonly closed: string;
};

export const officeHours = { from: '08:00', to: '16:00' };

/** A new calendar starts as Monday to Friday, eight to four, on this machine's clock. */
export function formOf(calendar: Calendar | undefined): HoursForm {
  if (calendar === undefined) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return { zone, days: Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, officeHours])), closed: '' };
  }
  return {
    zone: calendar.zone,
    days: Object.fromEntries(calendar.hours.map(({ day, from, to }) => [day, { from, to }])),
    closed: calendar.closed.join('\n'),
  };
}

/** The calendar, or the first thing that is wrong, in words. */
export function calendarOf(form: HoursForm): { readonly calendar: Calendar } | { readonly fault: string } {
  const hours = days.flatMap(day => {
    const span = form.days[day];
    return span === undefined ? [] : [{ day, ...span }];
  });
  if (hours.length === 0) return { fault: t('policy.hours.nothing') };
  const backwards = hours.find(({ from, to }) => from === '' || to === '' || from >= to);
  if (backwards !== undefined) return { fault: t('policy.hours.backwards', { day: dayWord(backwards.day) }) };
  const closed = form.closed.split(/[\s,;]+/).filter(text => text !== '');
  const bad = closed.find(text => !/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)));
  if (bad !== undefined) return { fault: t('policy.hours.badDate', { text: bad }) };
  return { calendar: { zone: form.zone, hours, closed } };
}

/** `Mon–Fri, 08:00–16:00 (Europe/Oslo)` */
export function hoursText(calendar: Calendar | undefined): string {
  const [first] = calendar?.hours ?? [];
  if (calendar === undefined || first === undefined) return t('policy.teams.around');
  const same = calendar.hours.every(({ from, to }) => from === first.from && to === first.to);
  const values = { days: spans(calendar.hours.map(({ day }) => day)), zone: calendar.zone };
  return same ? t('policy.hours.summary', { ...values, ...first }) : t('policy.hours.mixed', values);
}

function spans(of: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of of.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map(run => [...new Set([run[0] ?? 1, run.at(-1) ?? 1])].map(dayWord).join('–')).join(', ');
}
