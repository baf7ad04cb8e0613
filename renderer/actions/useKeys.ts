/** The window's one key listener: finds the action for what was pressed and runs it, unless the person is typing. */
import { useEffect } from 'react';
import { useSettings, type SingleKeys } from '../settings/settings.ts';
import { say } from '../ui/say.ts';
import { t } from '../words/words.ts';
import { isSingleKey, readPress, spellPress, type ChordMemory } from './keys.ts';
import { runAction, useRegistry } from './registry.ts';

const TYPING =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true], [role=textbox]';
const OWN_KEYS = '[role=dialog], [role=menu], [role=listbox], [role=combobox]';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`${TYPING}, ${OWN_KEYS}`) !== null;

/** Whether single keys act where the focus is. */
export function actsOn(target: EventTarget | null, singleKeys: SingleKeys): boolean {
  if (singleKeys === 'off') return false;
  if (!(target instanceof Element)) return singleKeys === 'on';
  if (isTyping(target)) return false;
  if (singleKeys === 'focused') return target.closest('[data-keys]') !== null;
  return true;
}

export function useKeys(): void {
  const registry = useRegistry();
  const { singleKeys } = useSettings();

  useEffect(() => {
    let memory: ChordMemory = null;

    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key))
        return;
      const single = actsOn(event.target, singleKeys);
      const read = readPress(spellPress(event), event.timeStamp, single ? memory : null);
      memory = single ? read.memory : null;
      if (isSingleKey(read.spelled) && !single) return;
      const action = registry.list().find(({ keys }) => keys?.split('|').includes(read.spelled));
      if (!action || (action.notWhileTyping && isTyping(event.target))) return;
      event.preventDefault();
      const outcome = runAction(action);
      if (outcome !== true) {
        say(`disabled-${action.id}`, { title: t(action.label), message: outcome, color: 'gray' });
      }
    }

    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry, singleKeys]);
}
