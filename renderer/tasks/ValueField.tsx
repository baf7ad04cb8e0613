/** One value of a task: text, number, choice or yes and no, with its unit and whether it is mandatory. */
import { Group, Radio, Select, TextInput } from '@mantine/core';
import type { TaskField } from '../../preload/contract/task.ts';
import { t } from '../words/words.ts';
import { textOf } from './taskValues.ts';
import classes from './ValuesForm.module.css';

type Props = {
  readonly field: TaskField;
  readonly id: string;
  readonly value: string | boolean | null;
  readonly onChange: (value: string | boolean | null) => void;
  readonly error: string | undefined;
  readonly readOnly: boolean;
};

export function ValueField({ field, id, value, onChange, error, readOnly }: Props) {
  const { label, mandatory, unit, options, valueType } = field;
  const named = { label, withAsterisk: mandatory, required: mandatory, error, size: 'sm' } as const;
  if (options.length > 0) {
    return (
      <Select
        id={id}
        {...named}
        data={options.map(option => ({ value: textOf(option), label: choiceLabel(option, unit) }))}
        value={typeof value === 'string' ? value : value === null ? null : String(value)}
        onChange={onChange}
        placeholder={t('tasks.values.choose')}
        clearable={!readOnly}
        clearButtonProps={{ 'aria-label': t('tasks.values.clear', { name: label }) }}
        searchable={options.length > 8}
        disabled={readOnly}
      />
    );
  }
  if (valueType === 'boolean') {
    return (
      <Radio.Group
        {...named}
        value={value === null ? '' : String(value)}
        onChange={chosen => onChange(chosen === 'true')}
      >
        <Group gap="lg" className={classes.choice ?? ''}>
          <Radio id={id} value="true" label={t('tasks.values.yes')} disabled={readOnly} size="sm" />
          <Radio value="false" label={t('tasks.values.no')} disabled={readOnly} size="sm" />
        </Group>
      </Radio.Group>
    );
  }
  return (
    <TextInput
      id={id}
      {...named}
      value={typeof value === 'string' ? value : ''}
      onChange={event => onChange(event.currentTarget.value)}
      {...(valueType === 'number' && { inputMode: 'decimal' })}
      {...(unit && {
        rightSection: <span className={classes.unit}>{unit}</span>,
        rightSectionWidth: 72,
        'aria-description': unit,
      })}
      disabled={readOnly}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

const choiceLabel = (option: TaskField['options'][number], unit: string | null): string =>
  unit === null ? textOf(option) : `${textOf(option)} ${unit}`;
