/** The fields of what is done to many steps at once, with what is still missing in them. */
import { Select, Textarea } from '@mantine/core';
import type { StepDeedType } from '../../../preload/contract/batch.ts';
import { useCall } from '../../calls.ts';
import { ResolveFields } from '../../fallout/ResolveFields.tsx';
import { resolveProblems } from '../../fallout/resolveForm.ts';
import { useNames, useSession } from '../../people.ts';
import { handsOptions } from '../../tasks/peopleOptions.ts';
import { raiseProblems } from '../../tasks/raiseForm.ts';
import { RaiseFields } from '../../tasks/RaiseFields.tsx';
import { t } from '../../words/words.ts';
import type { StepForm } from './stepForm.ts';

type Props = {
  readonly deed: StepDeedType;
  readonly form: StepForm;
  readonly onChange: (form: StepForm) => void;
  /** It was tried to send the form: what is missing is told. */
  readonly tried: boolean;
};

export function StepFields({ deed, form, onChange, tried }: Props) {
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
    case 'retry':
    case 'skip':
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

function Whom({ form, onChange, tried }: Omit<Props, 'deed'>) {
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
