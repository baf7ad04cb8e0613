/** A button for an action of the registry: same label, key and condition; what cannot be done now stays focusable and says why. */
import { Button } from '@mantine/core';
import { ariaKeys, firstKeys } from '../actions/keys.ts';
import { runAction, type Action } from '../actions/registry.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { say } from '../ui/say.ts';
import { t } from '../words/words.ts';
import classes from './ActionButton.module.css';

type Props = {
  readonly action: Action;
  readonly variant?: 'filled' | 'default' | 'subtle';
  /** 44 px high, for what is pressed with a thumb. */
  readonly big?: boolean;
};

export function ActionButton({ action, variant = 'default', big = false }: Props) {
  const enabled = action.isEnabled?.() ?? true;
  const blocked = enabled !== true;

  function press(): void {
    const outcome = runAction(action);
    if (outcome !== true) {
      say(`disabled-${action.id}`, { title: t(action.label), message: outcome, color: 'gray' });
    }
  }

  return (
    <Button
      variant={blocked ? 'default' : variant}
      className={(big ? classes.big : classes.button) ?? ''}
      aria-disabled={blocked}
      data-blocked={blocked || undefined}
      {...(blocked && { title: enabled })}
      {...(action.keys && {
        'aria-keyshortcuts': ariaKeys(action.keys),
        rightSection: <KeyHint keys={firstKeys(action.keys)} />,
      })}
      onClick={press}
    >
      {t(action.label)}
    </Button>
  );
}
