/** A line to be added: a specification of the catalog, where, how many, and the values it asks for. */
import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import type { CharacteristicValue } from '../../preload/contract/order.ts';
import type { NewLine } from '../../preload/contract/revision.ts';
import { useCall } from '../calls.ts';
import { t } from '../words/words.ts';
import { LocationInputs } from './LocationInputs.tsx';
import { QuantityInput } from './QuantityInput.tsx';
import { ValueInput } from './ValueInput.tsx';
import classes from './Editor.module.css';

const SEARCH_REST_MS = 80;
const OFFERED = 20;

type JsonValue = CharacteristicValue['value'];
type Values = { readonly [name: string]: JsonValue };

type Props = { readonly orderId: string; readonly onAdd: (line: NewLine) => void };

export function AddLine({ orderId, onAdd }: Props) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [quantity, setQuantity] = useState(1);
  const [location, setLocation] = useState<NewLine['location']>(null);
  const [values, setValues] = useState<Values>({});
  const [tried, setTried] = useState(false);
  const [rested] = useDebouncedValue(text, SEARCH_REST_MS);
  const found = useCall('specifications.find', { text: rested, limit: OFFERED }, { keepPrevious: true });
  const specification = useCall(
    'specification.get',
    { orderId, specification: chosen?.id ?? '' },
    { enabled: chosen !== null },
  );
  const described = chosen ? (specification.value?.characteristics ?? []) : [];
  const offered = found.value?.specifications ?? [];
  const missing = described.filter(
    ({ name, mandatory, defaultValue }) => mandatory && defaultValue === null && (values[name] ?? null) === null,
  );

  function add(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!chosen || missing.length > 0) return;
    onAdd({
      specification: chosen.id,
      name: chosen.name,
      quantity,
      location: location && location.name.trim() !== '' ? location : null,
      characteristics: Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    });
    setChosen(null);
    setText('');
    setQuantity(1);
    setLocation(null);
    setValues({});
    setTried(false);
  }

  return (
    <form className={classes.part} aria-label={t('revision.add.title')} noValidate onSubmit={add}>
      <h3 className={classes.heading}>{t('revision.add.title')}</h3>
      <div className={classes.fields}>
        <Select
          label={t('revision.add.specification')}
          placeholder={t('revision.add.search')}
          searchable
          searchValue={text}
          onSearchChange={setText}
          value={chosen?.id ?? null}
          onChange={id => {
            const picked = offered.find(one => one.id === id);
            setChosen(picked ? { id: picked.id, name: picked.name } : null);
            setValues({});
          }}
          filter={({ options }) => options}
          data={withChosen(offered, chosen).map(({ id, name }) => ({ value: id, label: name }))}
          nothingFoundMessage={t('revision.add.none')}
          error={tried && !chosen && t('revision.add.pick')}
        />
        <QuantityInput label={t('revision.add.quantity')} value={quantity} onValue={setQuantity} />
        <LocationInputs
          label={t('revision.add.location')}
          value={location}
          onValue={setLocation}
          onBack={() => setLocation(null)}
        />
        {described.map(one => (
          <ValueInput
            key={`${chosen?.id} ${one.name}`}
            name={one.name}
            described={one}
            value={values[one.name] ?? one.defaultValue}
            onValue={value => setValues({ ...values, [one.name]: value })}
            error={
              tried && missing.some(({ name }) => name === one.name) && t('revision.add.missing', { fields: one.name })
            }
          />
        ))}
      </div>
      <Button type="submit" variant="default" className={classes.cancelLine ?? ''}>
        {t('revision.add.do')}
      </Button>
    </form>
  );
}

type Named = { readonly id: string; readonly name: string };

const withChosen = (offered: readonly Named[], chosen: Named | null): readonly Named[] =>
  chosen && !offered.some(({ id }) => id === chosen.id) ? [chosen, ...offered] : offered;
