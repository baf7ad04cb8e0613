/** Stands where further children of a part will be; asks for them as soon as it is in sight. */
import { UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { t } from '../words/words.ts';
import type { PlanRow } from './planRows.ts';
import { indentOf } from './TreeCells.tsx';
import classes from './PlanTree.module.css';

type Props = {
  readonly row: Extract<PlanRow, { readonly kind: 'rest' }>;
  readonly index: number;
  readonly top: number;
  readonly focused: boolean;
  readonly failed: boolean;
  readonly onRest: (parent: string) => void;
  readonly onRetry: () => void;
};

export function RestRow({ row, index, top, focused, failed, onRest, onRetry }: Props) {
  const { parent } = row;
  useEffect(() => onRest(parent), [onRest, parent]);
  return (
    <div
      role="row"
      aria-level={row.level}
      aria-rowindex={index + 2}
      tabIndex={focused ? 0 : -1}
      className={`${classes.row} ${classes.data}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="presentation" className={classes.cells} data-whole="">
        <span
          role="gridcell"
          className={`${classes.cell} ${classes.rest}`}
          style={{ paddingInlineStart: indentOf(row.level, 30) }}
        >
          {failed ? (
            <UnstyledButton className={classes.again} tabIndex={-1} onClick={onRetry}>
              {t('plan.row.restAgain')}
            </UnstyledButton>
          ) : (
            t('plan.row.rest')
          )}
        </span>
      </div>
    </div>
  );
}
