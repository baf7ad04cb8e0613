/** The filter above a list; `/` leads into it, Escape empties it and leads back. */
import { CloseButton, TextInput } from '@mantine/core';
import { useRef, type KeyboardEvent } from 'react';
import { useActions } from '../actions/registry.ts';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';
import { focusPane } from '../shell/panes.ts';
import classes from './Orders.module.css';

type Props = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

export function FilterInput({ label, value, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useActions('global', [{ id: 'filter', label: 'shell.action.filter', keys: '/', run: () => input.current?.focus() }]);

  function onKeyDown(event: KeyboardEvent): void {
    const leave = event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown';
    if (!leave) return;
    event.preventDefault();
    if (event.key === 'Escape') onChange('');
    const pane = input.current?.closest<HTMLElement>('[data-pane]');
    if (pane) focusPane(pane);
  }

  return (
    <TextInput
      ref={input}
      type="search"
      className={classes.filter ?? ''}
      aria-label={label}
      placeholder={label}
      aria-keyshortcuts="/"
      value={value}
      maxLength={200}
      onChange={event => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      leftSection={<Icon name="search" size={14} />}
      rightSection={
        value !== '' && <CloseButton size="sm" aria-label={t('orders.list.clear')} onClick={() => onChange('')} />
      }
    />
  );
}
