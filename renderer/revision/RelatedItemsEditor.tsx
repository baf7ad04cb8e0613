/** What a line is related to without waiting for it, in the change being written: other lines, or services of the inventory. */
import { Button, TextInput } from '@mantine/core';
import type { OrderLine } from '../../preload/contract/order.ts';
import { t } from '../words/words.ts';
import { WasMark } from './ValueInput.tsx';
import classes from './Editor.module.css';

type RelatedItem = OrderLine['relatedItems'][number];

type Props = {
  readonly was: readonly RelatedItem[];
  readonly value: readonly RelatedItem[];
  readonly changed: boolean;
  readonly onValue: (value: RelatedItem[]) => void;
  readonly onBack: () => void;
};

/** A word of TMF641 that says nothing about waiting. */
const CROSS_REF = 'crossRef';

export function RelatedItemsEditor({ was, value, changed, onValue, onBack }: Props) {
  const label = t('revision.related.title');
  const replace = (index: number, itemId: string): void =>
    onValue(value.map((item, place) => (place === index ? { ...item, itemId } : item)));
  return (
    <div className={classes.field} data-changed={changed || undefined} role="group" aria-label={label}>
      <span className={classes.label}>{label}</span>
      {value.map((item, index) => (
        <div key={index} className={classes.entry}>
          <TextInput
            label={t('revision.related.item', { number: index + 1 })}
            description={item.type}
            value={item.itemId}
            onChange={event => replace(index, event.currentTarget.value)}
            error={changed && item.itemId.trim() === '' && t('orders.edit.required')}
            maxLength={200}
            autoComplete="off"
          />
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('revision.contacts.removeOne', { name: item.itemId || String(index + 1) })}
            onClick={() => onValue(value.filter((_, place) => place !== index))}
          >
            {t('revision.contacts.remove')}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        className={classes.cancelLine ?? ''}
        onClick={() => onValue([...value, { type: CROSS_REF, itemId: '' }])}
      >
        {t('revision.related.add')}
      </Button>
      {changed && (
        <WasMark
          field={label}
          was={was.length === 0 ? t('revision.edit.unset') : was.map(({ itemId }) => itemId).join(', ')}
          onBack={onBack}
        />
      )}
    </div>
  );
}
