/** A line to be added: what it does with which specification of the order's catalog, where, how many, with which values, and how it stands to other lines. */
import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import type { CharacteristicValue, OrderLine } from '../../preload/contract/order.ts';
import type { NewLine } from '../../preload/contract/revision.ts';
import { useCall } from '../calls.ts';
import { lineName } from '../order/lineName.ts';
import { t, word } from '../words/words.ts';
import { LocationInputs } from './LocationInputs.tsx';
import { QuantityInput } from './QuantityInput.tsx';
import { ValueInput } from './ValueInput.tsx';
import classes from './Editor.module.css';

const SEARCH_REST_MS = 80;
const OFFERED = 20;

type JsonValue = CharacteristicValue['value'];
type Values = { readonly [name: string]: JsonValue };

type Props = {
  readonly orderId: string;
  /** Those it can be a part of or wait for. */
  readonly lines: readonly OrderLine[];
  readonly onAdd: (line: NewLine) => void;
};

/** A line that changes nothing makes no work, so there is no use in adding one. */
const actions = ['add', 'change', 'disconnect', 'suspend', 'resume'] as const;

const noRelations = { parent: null as number | null, waitsFor: [] as readonly number[], service: '' };
const GONE: readonly OrderLine['state'][] = ['canceled', 'cancellationInProgress'];

export function AddLine({ orderId, lines, onAdd }: Props) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [action, setAction] = useState<(typeof actions)[number]>('add');
  const [relations, setRelations] = useState(noRelations);
  const [quantity, setQuantity] = useState(1);
  const [location, setLocation] = useState<NewLine['location']>(null);
  const [values, setValues] = useState<Values>({});
  const [tried, setTried] = useState(false);
  const [rested] = useDebouncedValue(text, SEARCH_REST_MS);
  const found = useCall('specifications.find', { text: rested, orderId, limit: OFFERED }, { keepPrevious: true });
  const specification = useCall(
    'specification.get',
    { orderId, specification: chosen?.id ?? '' },
    { enabled: chosen !== null },
  );
  const described = chosen ? (specification.value?.characteristics ?? []) : [];
  const offered = found.value?.specifications ?? [];
  const missing = described.filter(
    ({ name, mandatory, defaultValue }) =>
      action === 'add' && mandatory && defaultValue === null && (values[name] ?? null) === null,
  );
  const service = relations.service.trim();
  const lacksService = action !== 'add' && service === '';
  const choices = lines
    .filter(({ state }) => !GONE.includes(state))
    .map(line => ({
      value: String(line.number),
      label: t('orders.line.label', { number: line.number, name: lineName(line) }),
    }));

  function add(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!chosen || missing.length > 0 || lacksService) return;
    onAdd({
      specification: chosen.id,
      name: chosen.name,
      ...(action !== 'add' && { action, serviceId: service }),
      ...(action === 'add' && service !== '' && { relatedItems: [{ type: 'crossRef', itemId: service }] }),
      ...(relations.parent !== null && { parent: relations.parent }),
      ...(relations.waitsFor.length > 0 && { waitsFor: [...relations.waitsFor] }),
      quantity,
      location: location && location.name.trim() !== '' ? location : null,
      characteristics: Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    });
    setChosen(null);
    setText('');
    setAction('add');
    setRelations(noRelations);
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
        <Select
          label={t('revision.add.action')}
          value={action}
          onChange={value => setAction(actions.find(one => one === value) ?? 'add')}
          data={actions.map(value => ({ value, label: word('states.action', value) }))}
          allowDeselect={false}
        />
        <TextInput
          label={t(action === 'add' ? 'revision.add.related' : 'revision.add.service')}
          value={relations.service}
          onChange={event => setRelations({ ...relations, service: event.currentTarget.value })}
          error={tried && lacksService && t('revision.add.serviceMissing')}
          required={action !== 'add'}
          maxLength={200}
          autoComplete="off"
        />
        <Select
          label={t('revision.add.parent')}
          placeholder={t('revision.add.noParent')}
          value={relations.parent === null ? null : String(relations.parent)}
          onChange={value => setRelations({ ...relations, parent: value === null ? null : Number(value) })}
          data={choices}
          clearable
        />
        <MultiSelect
          size="xs"
          label={t('revision.add.waitsFor')}
          placeholder={relations.waitsFor.length === 0 ? t('revision.add.waitsForNone') : ''}
          value={relations.waitsFor.map(String)}
          onChange={value => setRelations({ ...relations, waitsFor: value.map(Number) })}
          data={choices}
          clearable
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
