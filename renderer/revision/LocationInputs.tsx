/** Where a line is to be delivered, as name and address, with what it was. */
import { TextInput } from '@mantine/core';
import type { OrderLine } from '../../preload/contract/order.ts';
import { locationText } from '../order/partyWords.ts';
import { t } from '../words/words.ts';
import { WasMark } from './ValueInput.tsx';
import classes from './Editor.module.css';

type Location = NonNullable<OrderLine['location']>;

type Props = {
  readonly label?: string;
  readonly was?: Location | null;
  readonly value: Location | null;
  readonly onValue: (value: Location) => void;
  readonly onBack: () => void;
};

/** Another place is not the one the old id names. */
export function LocationInputs({ label = t('revision.edit.location'), was, value, onValue, onBack }: Props) {
  const name = value?.name ?? '';
  const address = value?.address ?? '';
  const isSame = (next: { name: string; address: string }): boolean =>
    was !== null && was !== undefined && next.name === was.name && next.address === (was.address ?? '');
  const isChanged = was !== undefined && !isSame({ name, address }) && (was !== null || value !== null);

  function change(next: { name: string; address: string }): void {
    if (isSame(next) || (next.name === '' && next.address === '' && !was)) onBack();
    else
      onValue({
        name: next.name,
        ...(next.address && { address: next.address }),
        ...(was?.role && { role: was.role }),
      });
  }

  return (
    <div className={classes.field} data-changed={isChanged || undefined}>
      <TextInput
        label={label}
        value={name}
        onChange={event => change({ name: event.currentTarget.value, address })}
        error={isChanged && name.trim() === '' && t('orders.edit.required')}
        autoComplete="off"
      />
      <TextInput
        label={t('revision.edit.address')}
        value={address}
        onChange={event => change({ name, address: event.currentTarget.value })}
        autoComplete="off"
      />
      {isChanged && (
        <WasMark field={label} was={was ? locationText(was) : t('orders.line.noLocation')} onBack={onBack} />
      )}
    </div>
  );
}
