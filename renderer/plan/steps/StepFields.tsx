/** The fields of what is done to many steps at once, with what is still missing in them. */
import { Select, Textarea } from '@mantine/core';
import type { StepDeedType } from '../../../preload/contract/batch.ts';
import { useCall } from '../../calls.ts';
import { ResolveFields } from '../../fallout/ResolveFields.tsx';
import { resolveProblems } from '../../fallout/resolveForm.ts';
import { useNames, useSession } from '../../people.ts';
import { handsOptions } from '../../tasks/peopleOptions.ts';
import { EscalateFields } from '../../tasks/EscalateFields.tsx';
import { raiseProblems } from '../../tasks/raiseForm.ts';
import { RaiseFields } from '../../tasks/RaiseFields.tsx';
import { t } from '../../words/words.ts';
import type { StepForm } from './stepForm.ts';

type Props = {
  readonly deed: StepDeedType;
  readonly form: StepForm;
  readonly onChange: (form: StepForm) => void;
  /** How many of the steps a fallout holds. */
  readonly held: number;
  /** It was tried to send the form: what is missing is told. */
  readonly tried: boolean;
};

export function StepFields({ deed, form, onChange, held, tried }: Props) {
  const codes = useCall('codes.get', {}).value;
  switch (deed) {
    case 'assign':
      return <Whom form={form} onChange={onChange} tried={tried} />;
    case 'hold':
      return (
        <Textarea
          label={t('tasks.pause.reason')}
          description={t('tasks.pause.reasonHint')}
          value={form.reason}
          onChange={event => onChange({ ...form, reason: event.currentTarget.value })}
          error={tried && form.reason.trim() === '' && t('tasks.pause.reasonMissing')}
          withAsterisk
          required
          autosize
          minRows={2}
          maxRows={6}
          maxLength={4000}
          size="sm"
          data-autofocus
        />
      );
    case 'resume':
      return null;
    case 'escalate':
      return (
        <EscalateFields
          whom={form.whom}
          reason={form.reason}
          onChange={part => onChange({ ...form, ...part })}
          team={null}
          tried={tried}
        />
      );
    case 'skip':
    case 'retry':
      if (deed === 'skip' && held === 0) return <WhyNot form={form} onChange={onChange} tried={tried} />;
      return (
        <ResolveFields
          action={deed}
          form={form.resolve}
          onChange={part => onChange({ ...form, resolve: { ...form.resolve, ...part } })}
          problems={tried ? resolveProblems({ action: deed, ...form.resolve }) : {}}
          rootCauses={codes?.rootCauses ?? []}
          resolutionCodes={codes?.resolutionCodes ?? []}
          first
        />
      );
    case 'raise':
      return (
        <RaiseFields
          form={form.raise}
          onChange={part => onChange({ ...form, raise: { ...form.raise, ...part } })}
          problems={tried ? raiseProblems(form.raise) : {}}
        />
      );
  }
}

type OfForm = Pick<Props, 'form' | 'onChange' | 'tried'>;

/** The text that is asked for too where a fallout is resolved: it stays when it turns out that one is. */
function WhyNot({ form, onChange, tried }: OfForm) {
  const { text } = form.resolve;
  return (
    <Textarea
      label={t('tasks.skip.reason')}
      description={t('tasks.skip.reasonHint')}
      value={text}
      onChange={event => onChange({ ...form, resolve: { ...form.resolve, text: event.currentTarget.value } })}
      error={tried && text.trim() === '' && t('tasks.skip.reasonMissing')}
      withAsterisk
      required
      autosize
      minRows={2}
      maxRows={6}
      maxLength={4000}
      size="sm"
      data-autofocus
    />
  );
}

function Whom({ form, onChange, tried }: OfForm) {
  const session = useSession();
  const names = useNames();
  return (
    <Select
      label={t('steps.field.whom')}
      placeholder={t('steps.field.whomHint')}
      data={handsOptions(session?.people ?? [], session?.teams ?? [], null, names)}
      value={form.whom}
      onChange={whom => onChange({ ...form, whom })}
      error={tried && form.whom === null && t('steps.field.whomMissing')}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('tasks.assign.none')}
      maxDropdownHeight={240}
      withAsterisk
      required
      size="sm"
      data-autofocus
    />
  );
}
