/** What doing something to many steps asks for first: what is filled in, what is missing, what is sent. */
import type { StepDeed, StepDeedType } from '../../../preload/contract/batch.ts';
import { emptyResolve, resolveProblems, type ResolveForm } from '../../fallout/resolveForm.ts';
import { emptyRaise, raiseInput, raiseProblems, type RaiseForm } from '../../tasks/raiseForm.ts';
import { handsOf, othersOf } from '../../tasks/peopleOptions.ts';

export type StepForm = {
  /** A person or a team as `peopleOptions` writes them. */
  readonly whom: string | null;
  /** Why they are held or escalated. */
  readonly reason: string;
  readonly resolve: Omit<ResolveForm, 'action'>;
  readonly raise: RaiseForm;
};

const { action: _action, ...resolve } = emptyResolve;
export const emptyStepForm: StepForm = { whom: null, reason: '', resolve, raise: emptyRaise };

/** What comes of the form; undefined while something is missing. `held` is how many of the steps a fallout holds. */
export function deedOf(type: StepDeedType, form: StepForm, held = 0): StepDeed | undefined {
  switch (type) {
    case 'assign': {
      const hands = handsIn(form);
      return hands && { type, ...hands };
    }
    case 'hold':
      return form.reason.trim() === '' ? undefined : { type, reason: form.reason.trim() };
    case 'resume':
      return { type };
    case 'escalate': {
      const [to, reason] = [othersOf(form.whom), form.reason.trim()];
      return to === undefined || reason === '' ? undefined : { type, to: { ...to }, reason };
    }
    case 'skip': {
      const text = form.resolve.text.trim();
      if (held > 0) {
        const resolved = deedOf('retry', form);
        return resolved?.type === 'retry' ? { ...resolved, type } : undefined;
      }
      return text === '' ? undefined : { type, text };
    }
    case 'retry': {
      const { rootCause, resolutionCode, text } = form.resolve;
      const isMissing = Object.keys(resolveProblems({ action: type, ...form.resolve })).length > 0;
      if (isMissing || rootCause === null || resolutionCode === null) return undefined;
      return { type, rootCause, resolutionCode, text: text.trim() };
    }
    case 'raise':
      return Object.keys(raiseProblems(form.raise)).length > 0 ? undefined : { type, ...raiseInput(form.raise) };
  }
}

/** Each step keeps the team it has when it goes to a person; undefined while nobody is chosen. */
export function handsIn({ whom }: Pick<StepForm, 'whom'>): { assignee: string | null; group?: string } | undefined {
  if (whom === null) return undefined;
  const { assignee, group } = handsOf(whom, null);
  return { assignee, ...(group !== null && { group }) };
}
