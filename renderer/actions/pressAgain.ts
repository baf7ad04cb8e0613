/** Presses a key that was kept: first for whoever listens, then what a browser does by itself for a key of a person only. */
import type { KeyPress } from './keys.ts';

const FOCUSABLE = 'a[href], button, input, select, textarea, [contenteditable=true], [tabindex]';
const TEXT = 'input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=submit]), textarea';

export function pressAgain(press: KeyPress): void {
  const target = document.activeElement ?? document.body;
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press;
  const init = { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true };
  const isFree = target.dispatchEvent(new KeyboardEvent('keydown', init));
  if (isFree && !ctrlKey && !metaKey && !altKey) doByItself(target, press);
}

function doByItself(target: Element, { key, shiftKey }: KeyPress): void {
  if (key === 'Tab') focusNext(target, shiftKey ? -1 : 1);
  else if (target.matches(TEXT)) type(target as HTMLInputElement | HTMLTextAreaElement, key);
  else if (target instanceof HTMLElement && (key === 'Enter' || (key === ' ' && !target.matches('a')))) {
    if (target.matches('a, button, summary, input')) target.click();
  }
}

/** Through the browser's own editing, so that the field, what watches it and the way back all know of it. */
function type(field: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  if (key.length === 1) document.execCommand('insertText', false, key);
  else if (key === 'Backspace') document.execCommand('delete');
  else if (key === 'Enter' && field instanceof HTMLTextAreaElement) document.execCommand('insertText', false, '\n');
  else if (key === 'Enter') field.form?.requestSubmit();
}

/** Radio buttons of one name are one stop: the one that is chosen, and the way on leads out of them. */
function isPassedBy(stop: HTMLElement, from: Element): boolean {
  if (!(stop instanceof HTMLInputElement) || stop.type !== 'radio' || stop.name === '') return false;
  const isOneOf = (other: Element | null): boolean => other instanceof HTMLInputElement && other.name === stop.name;
  const chosen = document.querySelector(`input[type=radio][name="${CSS.escape(stop.name)}"]:checked`);
  return isOneOf(from) || (chosen !== null && chosen !== stop);
}

function focusNext(from: Element, step: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    stop =>
      stop === from ||
      (stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.offsetParent !== null && !isPassedBy(stop, from)),
  );
  // Before the first when the focus is nowhere.
  const at = stops.findIndex(stop => stop === from);
  stops.at((at + step) % stops.length)?.focus();
}
