/** The fields that resolving a fallout asks for, whatever becomes of its task: root cause, resolution, a text (features F12). */
import { Select, Textarea } from '@mantine/core';
import type { Ref } from 'react';
import { t, word } from '../words/words.ts';
import type { ResolveAction, ResolveForm, ResolveProblems } from './resolveForm.ts';
import classes from '../ui/Dialog.module.css';

type Props = {
  readonly action: ResolveAction;
  readonly form: Pick<ResolveForm, 'rootCause' | 'resolutionCode' | 'text'>;
  readonly onChange: (part: Partial<ResolveForm>) => void;
  readonly problems: ResolveProblems;
  readonly rootCauses: readonly string[];
  readonly resolutionCodes: readonly string[];
  /** Takes the focus when the dialog opens. */
  readonly first?: boolean;
  readonly refs?: {
    readonly cause: Ref<HTMLInputElement>;
    readonly code: Ref<HTMLInputElement>;
    readonly text: Ref<HTMLTextAreaElement>;
  };
};

export function ResolveFields({
  action,
  form,
  onChange,
  problems,
  rootCauses,
  resolutionCodes,
  first = false,
  refs,
}: Props) {
  return (
    <>
      <div className={classes.pair}>
        <Select
          ref={refs?.cause ?? null}
          label={t('fallout.resolve.rootCause')}
          data={rootCauses.map(value => ({ value, label: word('codes.rootCause', value) }))}
          value={form.rootCause}
          onChange={rootCause => onChange({ rootCause })}
          {...(first && { 'data-autofocus': true })}
          error={problems.rootCause}
          withAsterisk
          required
          size="sm"
        />
        <Select
          ref={refs?.code ?? null}
          label={t('fallout.resolve.resolutionCode')}
          data={resolutionCodes.map(value => ({ value, label: word('codes.resolutionCode', value) }))}
          value={form.resolutionCode}
          onChange={resolutionCode => onChange({ resolutionCode })}
          error={problems.resolutionCode}
          withAsterisk
          required
          size="sm"
        />
      </div>
      <Textarea
        ref={refs?.text ?? null}
        label={t(`fallout.resolve.text.${action}`)}
        value={form.text}
        onChange={event => onChange({ text: event.currentTarget.value })}
        error={problems.text}
        withAsterisk
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        size="sm"
      />
    </>
  );
}
