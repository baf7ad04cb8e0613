/** The form that resolves a fallout: what is chosen, what is missing, and the words for what came of it. */
import type { Fallout } from '../../preload/contract/task.ts';
import { stateWord } from '../State.tsx';
import { t } from '../words/words.ts';

export type ResolveAction = NonNullable<Fallout['resolution']>['action'];

export const resolveActions: readonly ResolveAction[] = ['retry', 'forceComplete', 'skip', 'cancelBranch'];

export type ResolveForm = {
  readonly action: ResolveAction;
  readonly rootCause: string | null;
  readonly resolutionCode: string | null;
  readonly text: string;
};

export const emptyResolve: ResolveForm = { action: 'retry', rootCause: null, resolutionCode: null, text: '' };

export type ResolveProblems = { readonly rootCause?: string; readonly resolutionCode?: string; readonly text?: string };

/** Root cause, resolution and a text are asked for whatever the action (features F12). */
export function resolveProblems({ rootCause, resolutionCode, text }: ResolveForm): ResolveProblems {
  return {
    ...(rootCause === null && { rootCause: t('fallout.resolve.missing.rootCause') }),
    ...(resolutionCode === null && { resolutionCode: t('fallout.resolve.missing.resolutionCode') }),
    ...(text.trim() === '' && { text: t('fallout.resolve.missing.text') }),
  };
}

/** What came of it: `after` is the fallout as it stands now, `branch` what was to be canceled. */
export function resolvedWords(
  action: ResolveAction,
  after: Pick<Fallout, 'number' | 'taskNumber' | 'taskState'>,
  branch: Fallout['branch'],
): string {
  const values = { fallout: after.number, task: after.taskNumber };
  switch (action) {
    case 'retry':
      return after.taskState === 'onHold'
        ? t('fallout.result.stillHeld', values)
        : t('fallout.result.retried', { ...values, state: stateWord('task', after.taskState) });
    case 'forceComplete':
      return t('fallout.result.completed', values);
    case 'skip':
      return t('fallout.result.skipped', values);
    case 'cancelBranch':
      return t('fallout.result.canceled', { ...values, count: branch.length });
  }
}
