/** One value of a change: a choice where the specification names the values, else text, a number, or yes and no; what it was stands below. */
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../preload/contract/contract.ts';
import type { CharacteristicValue } from '../../preload/contract/order.ts';
import { textOf } from '../tasks/taskValues.ts';
import { valueText } from '../words/format.ts';
import { t } from '../words/words.ts';
import classes from './Editor.module.css';

type JsonValue = CharacteristicValue['value'];

export type Described = Output<'specification.get'>['characteristics'][number];

type Props = {
  readonly name: string;
  /** What the specification says about it, when known. */
  readonly described: Described | undefined;
  /** As the order has it; undefined when there is nothing to go back to, as on a new line. */
  readonly was?: JsonValue | undefined;
  readonly value: JsonValue;
  readonly onValue: (value: JsonValue) => void;
  readonly error?: string | false;
};

export function ValueInput({ name, described, was, value, onValue, error }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const isChanged = was !== undefined && textOf(was) !== textOf(value);
  const kind = kindOf(described, was ?? value);
  const wrong = kind === 'number' && typed !== null && parsed(typed, kind) === undefined;
  const unit = described?.unit ?? undefined;
  const options = choicesOf(kind, described, was ?? null);

  function type(text: string): void {
    setTyped(text);
    const next = parsed(text, kind);
    if (next !== undefined) onValue(next);
  }

  return (
    <div className={classes.field} data-changed={isChanged || undefined}>
      {options ? (
        <Select
          label={name}
          data={options.map(option => ({ value: textOf(option), label: choiceLabel(option, unit) }))}
          value={value === null ? null : textOf(value)}
          onChange={chosen => onValue(options.find(option => textOf(option) === chosen) ?? null)}
          placeholder={t('revision.edit.unset')}
          clearable={described?.mandatory !== true}
          searchable={options.length > 8}
          error={error}
        />
      ) : kind === 'other' ? (
        <TextInput label={name} value={valueText(value)} readOnly />
      ) : (
        <TextInput
          label={name}
          value={typed ?? (value === null ? '' : textOf(value))}
          onChange={event => type(event.currentTarget.value)}
          onBlur={() => !wrong && setTyped(null)}
          {...(kind === 'number' && { inputMode: 'decimal' })}
          {...(unit && { rightSection: <span className={classes.unit}>{unit}</span>, rightSectionWidth: 64 })}
          error={wrong ? t('revision.edit.numberWrong') : error}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {isChanged && (
        <WasMark
          field={name}
          was={valueText(was)}
          onBack={() => {
            setTyped(null);
            onValue(was);
          }}
        />
      )}
    </div>
  );
}

type WasProps = { readonly field: string; readonly was: string; readonly onBack: () => void };

/** What it was, as a button that puts it back. */
export const WasMark = ({ field, was, onBack }: WasProps) => (
  <Button
    variant="subtle"
    size="compact-xs"
    className={classes.was ?? ''}
    aria-label={t('revision.edit.back', { field, value: was })}
    onClick={onBack}
  >
    {t('revision.edit.was', { value: was })}
  </Button>
);

type Kind = 'number' | 'boolean' | 'text' | 'other';

function kindOf(described: Described | undefined, value: JsonValue): Kind {
  if (value !== null && typeof value === 'object') return 'other';
  const type = described?.valueType?.toLowerCase() ?? '';
  if (typeof value === 'boolean' || type === 'boolean') return 'boolean';
  if (typeof value === 'number' || ['number', 'integer', 'decimal', 'float'].includes(type)) return 'number';
  return 'text';
}

/** The value that stands there is always among the choices, even when the specification no longer names it. */
function choicesOf(kind: Kind, described: Described | undefined, was: JsonValue): readonly JsonValue[] | undefined {
  if (kind === 'boolean') return [true, false];
  if (!described || described.options.length === 0) return undefined;
  const known = described.options.some(option => textOf(option) === textOf(was));
  return known || was === null ? described.options : [...described.options, was];
}

function choiceLabel(option: JsonValue, unit: string | undefined): string {
  if (typeof option === 'boolean') return t(option ? 'revision.edit.yes' : 'revision.edit.no');
  return unit === undefined ? textOf(option) : `${textOf(option)} ${unit}`;
}

/** Undefined when the text is not yet a value; an empty field is no value. */
function parsed(text: string, kind: Kind): JsonValue | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (kind !== 'number') return trimmed;
  const number = Number(trimmed.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}
