/** The window's one key listener: finds the action for what was pressed and runs it, unless the person is typing or the window still follows the last key. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useSettings, type SingleKeys } from '../settings/settings.ts';
import { say } from '../ui/say.ts';
import { t } from '../words/words.ts';
import { isSingleKey, readPress, spellPress, type ChordMemory } from './keys.ts';
import { pressAgain } from './pressAgain.ts';
import { runAction, useRegistry, type Registry, type ScopedAction } from './registry.ts';
import { typeAheadOf } from './typeAhead.ts';

const TYPING =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true], [role=textbox]';
const OWN_KEYS = '[role=dialog], [role=menu], [role=listbox], [role=combobox]';

const LETTER = /^(?:Shift\+)?[a-z]$/i;

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

/** Part of a key press, or of no use by itself. */
const isNoPress = (event: KeyboardEvent): boolean =>
  event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key);

const actionOf = (registry: Registry, spelled: string): ScopedAction | undefined =>
  registry.list().find(({ keys }) => keys?.split('|').includes(spelled));

export function useKeys(): void {
  const registry = useRegistry();
  const typeAhead = typeAheadOf(useQueryClient());
  const { singleKeys } = useSettings();

  useEffect(() => {
    let memory: ChordMemory = null;
    /** What the last key did; empty when it did nothing of ours. */
    let ran = '';

    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || isNoPress(event)) return;
      const single = actsOn(event.target, singleKeys);
      const read = readPress(spellPress(event), event.timeStamp, single ? memory : null);
      memory = single ? read.memory : null;
      if (isSingleKey(read.spelled) && !single) return;
      const action = actionOf(registry, read.spelled);
      if (!action || (action.notWhileTyping && isTyping(event.target))) return;
      event.preventDefault();
      // A key held down moves on in a list; a letter does what it does once.
      if (event.repeat && LETTER.test(read.spelled)) return;
      const outcome = runAction(action);
      if (outcome === true) ran = read.spelled;
      else say(`disabled-${action.id}`, { title: t(action.label), message: outcome, color: 'gray' });
    }

    /** Pressed twice before the window has followed, it is impatience: it is not meant for what comes next. */
    const isImpatience = (spelled: string, target: EventTarget | null): boolean =>
      spelled === ran && !isTyping(target) && actionOf(registry, spelled)?.scope !== 'global';

    /** Whether it may only be pressed when the window has followed what was pressed before. */
    function mustWait(event: KeyboardEvent, spelled: string): boolean {
      const action = actionOf(registry, spelled);
      const isOfBrowser = !isSingleKey(spelled) && action === undefined && spelled !== 'Ctrl+Enter';
      if (isOfBrowser && spelled !== 'Escape') return false;
      if (typeAhead.hasKept()) return true;
      if (isTyping(event.target)) return typeAhead.isSent(event.target as Element);
      const isWide = action?.scope === 'global' && action.id !== 'rowMenu';
      if (isWide || spelled === 'Escape') return false;
      if (typeAhead.waitsFor('look') || typeAhead.waitsFor('answer')) return true;
      if (!typeAhead.waitsFor('move') || action === undefined) return false;
      return !isSingleKey(spelled) || actsOn(event.target, singleKeys);
    }

    function onCapture(event: KeyboardEvent): void {
      if (typeAhead.isPressing() || isNoPress(event)) return;
      const spelled = spellPress(event);
      const isLeftOver = !isTyping(event.target) && typeAhead.isLeftOver();
      if (!isLeftOver && !mustWait(event, spelled)) {
        ran = '';
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      const isUnwanted = isLeftOver || event.repeat || typeAhead.waitsFor('look');
      if (!isUnwanted && (typeAhead.hasKept() || !isImpatience(spelled, event.target))) typeAhead.keep(event);
    }

    const stop = typeAhead.listen({
      press(press) {
        if (isImpatience(spellPress(press), document.activeElement)) return;
        ran = '';
        flushSync(() => pressAgain(press));
      },
      forget: () =>
        say('keys-forgotten', {
          title: t('shell.keys.forgotten'),
          message: t('shell.keys.forgottenText'),
          color: 'gray',
        }),
    });
    window.addEventListener('keydown', onCapture, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      stop();
      window.removeEventListener('keydown', onCapture, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [registry, typeAhead, singleKeys]);
}
