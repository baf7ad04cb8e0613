/** How many of a line are wanted. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../words/words.ts';
import { WasMark } from './ValueInput.tsx';
import classes from './Editor.module.css';

type Props = {
  readonly label?: string;
  readonly was?: number;
  readonly value: number;
  readonly onValue: (value: number) => void;
};

/** Always above 0: fewer than one is a canceled line. */
export function QuantityInput({ label = t('revision.edit.quantity'), was, value, onValue }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = (text: string): boolean => {
    const number = Number(text.replace(',', '.'));
    return !(number > 0 && Number.isFinite(number));
  };
  const isChanged = was !== undefined && was !== value;
  return (
    <div className={classes.field} data-changed={isChanged || undefined}>
      <TextInput
        label={label}
        value={typed ?? String(value)}
        inputMode="decimal"
        onChange={event => {
          const text = event.currentTarget.value;
          setTyped(text);
          if (!isWrong(text)) onValue(Number(text.replace(',', '.')));
        }}
        onBlur={() => typed !== null && !isWrong(typed) && setTyped(null)}
        error={typed !== null && isWrong(typed) && t('revision.edit.quantityWrong')}
        autoComplete="off"
      />
      {isChanged && (
        <WasMark
          field={label}
          was={String(was)}
          onBack={() => {
            setTyped(null);
            onValue(was);
          }}
        />
      )}
    </div>
  );
}
