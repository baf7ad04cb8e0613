/** The form that raises fallout: what is filled in, what is missing, what is sent. */
import type { Input } from '../../preload/contract/contract.ts';
import { t } from '../words/words.ts';

export type RaisePriority = Input<'fallout.raise'>['priority'];

export type RaiseForm = {
  readonly type: string | null;
  readonly priority: RaisePriority;
  readonly group: string | null;
  readonly owner: string | null;
  readonly text: string;
  /** Local time as the browser's field gives it, such as `2026-11-24T16:00`; empty for none. */
  readonly due: string;
};

export const priorities: readonly RaisePriority[] = ['critical', 'high', 'moderate', 'low', 'planning'];

export const emptyRaise: RaiseForm = { type: null, priority: 'moderate', group: null, owner: null, text: '', due: '' };

export function raiseProblems(form: RaiseForm): { readonly type?: string; readonly text?: string } {
  return {
    ...(form.type === null && { type: t('tasks.raise.typeMissing') }),
    ...(form.text.trim() === '' && { text: t('tasks.raise.textMissing') }),
  };
}

/** The fields of `fallout.raise`; only for a form without problems. */
export function raiseInput({ type, priority, group, owner, text, due }: RaiseForm) {
  const dueAt = isoOfLocal(due);
  return {
    falloutType: type ?? '',
    priority,
    text: text.trim(),
    ...(group !== null && { group }),
    ...(owner !== null && { owner }),
    ...(dueAt !== null && { dueAt }),
  };
}

/** ISO-8601 UTC of a browser's local date and time; null for none or half of one. */
export function isoOfLocal(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The inverse: what the browser's field shows for a moment. */
export function localOfIso(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  const minutesAhead = -at.getTimezoneOffset();
  return new Date(at.getTime() + minutesAhead * 60_000).toISOString().slice(0, 16);
}
