/** What a change does to a task, as shape, word and colour together: stays, redo, undo, cancel, add. */
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CompensationRow } from '../../preload/contract/revision.ts';
import { t } from '../words/words.ts';
import classes from './CompensationChip.module.css';

type Does = CompensationRow['action'];

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const shapes: { readonly [A in Does]: ReactNode } = {
  keep: <path d="M3.5 6h9M3.5 10h9" {...line} />,
  redo: <path d="M12.6 10.2A5 5 0 1 1 12.8 6M13.2 2.6V6H9.8" {...line} />,
  undo: <path d="M3.4 6.2h6.2a3.3 3.3 0 0 1 0 6.6H6M6.4 3 3.2 6.2l3.2 3.2" {...line} />,
  cancel: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="m3.9 12.1 8.2-8.2" {...line} />
    </>
  ),
  add: <path d="M8 3v10M3 8h10" {...line} />,
};

type Props = {
  readonly action: Does;
  /** The word is only spoken. */
  readonly bare?: boolean;
};

export function CompensationChip({ action, bare = false }: Props) {
  return (
    <span className={classes.chip} data-does={action}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapes[action]}
      </svg>
      {bare ? <VisuallyHidden>{t(`revision.action.${action}`)}</VisuallyHidden> : t(`revision.action.${action}`)}
    </span>
  );
}
