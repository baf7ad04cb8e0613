/** A field for a date and time, which says in whose zone they are. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { zoneOf } from '../words/format.ts';
import { t } from '../words/words.ts';

export const MomentInput = ({ description, ...props }: TextInputProps) => (
  <TextInput
    {...props}
    type="datetime-local"
    description={
      <>
        {description} {t('shell.zone', { zone: zoneOf() })}
      </>
    }
    inputWrapperOrder={['label', 'input', 'description', 'error']}
  />
);
