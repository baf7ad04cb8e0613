/** The keys of an action, printed small beside it; assistive technology hears them through `aria-keyshortcuts` of the control. */
import classes from './KeyHint.module.css';

/** `g a` → two keys one after the other; `Ctrl+K` → keys held together. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.hint} aria-hidden="true">
      {keys.split(' ').map((chord, index) => (
        <kbd key={`${chord}${index}`} className={classes.key}>
          {chord.length === 1 ? chord.toUpperCase() : printed(chord)}
        </kbd>
      ))}
    </span>
  );
}

/** What stands on the keys. */
const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' } as const;

const printed = (chord: string): string =>
  chord.replace(/Arrow(?:Left|Right|Up|Down)/, name => arrows[name as keyof typeof arrows]);
