/** Finds the catalog specification for a line whose own is not known, so that it can be decomposed. */
import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useCall, useCommand } from '../calls.ts';
import { t } from '../words/words.ts';
import type { Order, OrderLine } from '../../preload/contract/order.ts';
import { fieldId, goToDecision, ledFrom } from './fieldFocus.ts';
import classes from './Order.module.css';

const SEARCH_REST_MS = 80;
const OFFERED = 20;

type Props = { readonly order: Pick<Order, 'id' | 'version'>; readonly line: OrderLine };

export function MatchLine({ order, line }: Props) {
  const { run, pending } = useCommand('order.matchLine');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [settled] = useDebouncedValue(text, SEARCH_REST_MS);
  const found = useCall('specifications.find', { text: settled, limit: OFFERED }, { keepPrevious: true });
  const label = t('orders.match.label', { number: line.number });
  const led = useRef<string | null>(null);

  async function match(specification: string): Promise<void> {
    const reply = await run({ orderId: order.id, seen: order.version, line: line.number, specification });
    if (!reply.ok) return;
    // The form goes away with the match; the focus must not go with it.
    if (led.current === null || !goToDecision(led.current)) document.getElementById(fieldId(line.id))?.focus();
  }

  return (
    <form
      id={fieldId(`${line.id}.specification`)}
      className={classes.match}
      aria-label={label}
      onFocus={() => {
        led.current = ledFrom() ?? led.current;
      }}
      onSubmit={event => {
        event.preventDefault();
        if (chosen) void match(chosen);
      }}
    >
      <Select
        label={label}
        placeholder={t('orders.match.placeholder')}
        searchable
        searchValue={text}
        onSearchChange={setText}
        value={chosen}
        onChange={setChosen}
        filter={({ options }) => options}
        data={(found.value?.specifications ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        nothingFoundMessage={t('orders.match.none')}
        className={classes.grow ?? ''}
      />
      <Button type="submit" disabled={!chosen} loading={pending}>
        {t('orders.match.button')}
      </Button>
    </form>
  );
}
