/** Reads key presses: `a`, `Shift+A`, `Ctrl+K`, and two keys one after the other such as `g a`. */

export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** The press in the spelling of the registry. A letter that the layout does not type is read from the key's place (`code`). */
export function spellPress(press: KeyPress): string {
  const key = keyOf(press);
  const letter = /^[a-z]$/i.test(key);
  const named = key.length > 1;
  return [
    (press.ctrlKey || press.metaKey) && 'Ctrl',
    press.altKey && 'Alt',
    press.shiftKey && (letter || named) && 'Shift',
    letter && (press.shiftKey || press.ctrlKey || press.metaKey) ? key.toUpperCase() : letter ? key.toLowerCase() : key,
  ]
    .filter(Boolean)
    .join('+');
}

function keyOf({ key, code, altKey }: KeyPress): string {
  const typed = key.length === 1 && key.charCodeAt(0) < 128;
  const named = key.length > 1 && key !== 'Dead' && key !== 'Unidentified';
  if ((typed || named) && !(altKey && /^Digit\d$/.test(code))) return key;
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  return place ? (place[1]?.toLowerCase() ?? place[2] ?? key) : key;
}

/** A single key would be typed as text somewhere; a chord with Ctrl or Alt, or a named key, would not. */
export const isSingleKey = (keys: string): boolean => !/^(?:Ctrl|Alt)\+|^(?:Shift\+)?(?:F\d+|Escape)$/.test(keys);

/** Presses of a chord that come later than this are two separate ones. */
const CHORD_MS = 1500;

export type ChordMemory = { readonly leader: string; readonly at: number } | null;

/** What this press means after the one before: the whole spelling to look up, and what to remember for the next. */
export function readPress(
  spelled: string,
  at: number,
  memory: ChordMemory,
): { readonly spelled: string; readonly memory: ChordMemory } {
  if (memory && at - memory.at <= CHORD_MS) return { spelled: `${memory.leader} ${spelled}`, memory: null };
  if (spelled === 'g') return { spelled, memory: { leader: 'g', at } };
  return { spelled, memory: null };
}

/** Of `.|Shift+F10` the first way: the one that is printed beside the action. */
export const firstKeys = (keys: string): string => keys.split('|')[0] ?? keys;

/** As `aria-keyshortcuts` has them: the ways apart by a space, `Control` written out. It knows no keys one after the other. */
export const ariaKeys = (keys: string): string =>
  keys
    .split('|')
    .filter(way => !way.includes(' '))
    .join(' ')
    .replaceAll('Ctrl+', 'Control+');
