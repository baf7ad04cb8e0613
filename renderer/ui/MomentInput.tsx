/** A field for a date and time, which says in whose zone they are; its year has four digits. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { zoneOf } from '../words/format.ts';
import { t } from '../words/words.ts';

export const MomentInput = ({ description, ...props }: TextInputProps) => (
  <TextInput
    {...props}
    type="datetime-local"
    max="9999-12-31T23:59"
    description={
      <>
        {description} {t('shell.zone', { zone: zoneOf() })}
      </>
    }
    inputWrapperOrder={['label', 'input', 'description', 'error']}
  />
);
