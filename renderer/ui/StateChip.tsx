/** A state as shape, word and colour together: never colour alone. */
import clsx from 'clsx';
import type { StateKind } from './colors.ts';
import { StateGlyph } from './StateGlyph.tsx';
import classes from './StateChip.module.css';

type Props = {
  readonly kind: StateKind;
  readonly label: string;
  /** Leaves the word to assistive technology, for places with no room such as a graph node. */
  readonly glyphOnly?: boolean;
  readonly className?: string;
};

export function StateChip({ kind, label, glyphOnly = false, className }: Props) {
  return (
    <span className={clsx(classes.chip, className)} data-kind={kind} title={label}>
      <StateGlyph kind={kind} />
      <span className={glyphOnly ? classes.hidden : classes.label}>{label}</span>
    </span>
  );
}
