/** The menu behind `.`: what can be done with what has the focus, opened right where it is. */
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { FocusNow } from '../ui/FocusNow.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import { firstKeys } from './keys.ts';
import { runAction, useActions, useRegistry, type ScopedAction } from './registry.ts';
import classes from './ActionMenu.module.css';

type Place = { readonly left: number; readonly top: number; readonly from: HTMLElement | null };

/** From the row's left edge, so that the menu covers neither number nor name of what it is about. */
const INSET_PX = 160;

export function ActionMenu() {
  const registry = useRegistry();
  const [place, setPlace] = useState<Place | null>(null);
  const [offered, setOffered] = useState<readonly ScopedAction[]>([]);

  function open(): void {
    const from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const box = from?.getBoundingClientRect();
    setOffered(registry.list().filter(({ scope }) => scope !== 'global'));
    setPlace({ left: (box?.left ?? 0) + Math.min(INSET_PX, (box?.width ?? 0) / 2), top: box?.bottom ?? 0, from });
  }

  function close(): void {
    setPlace(null);
    place?.from?.focus();
  }

  useActions('global', [{ id: 'rowMenu', label: 'shell.action.rowMenu', keys: '.|Shift+F10', run: open }]);

  if (place === null) return null;
  return (
    <Menu opened onClose={close} position="bottom-start" returnFocus={false} width={280}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('shell.menu.label')}
          className={classes.target}
          style={{ left: place.left, top: place.top }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('shell.menu.label')}>
        {offered.length === 0 && <Menu.Label>{t('shell.menu.none')}</Menu.Label>}
        {offered.map(action => {
          const enabled = action.isEnabled?.() ?? true;
          return (
            <Menu.Item
              key={action.id}
              disabled={enabled !== true}
              {...(enabled !== true && { title: enabled })}
              rightSection={action.keys ? <KeyHint keys={firstKeys(action.keys)} /> : null}
              onClick={() => runAction(action)}
            >
              {t(action.label)}
            </Menu.Item>
          );
        })}
        <FocusNow />
      </Menu.Dropdown>
    </Menu>
  );
}
