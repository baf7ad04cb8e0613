/** A list beside what is open in it; in a narrow window one at a time, with a way back and the focus in the one that is shown. */
import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { DETAIL, SPLIT } from './splitFocus.ts';
import classes from './SplitView.module.css';

type Props = {
  readonly list: ReactNode;
  /** Null when nothing is open. */
  readonly detail: ReactNode | null;
  /** What stands in the detail's place while nothing is open; null leaves the whole room to the list. */
  readonly placeholder: ReactNode;
  readonly back: { readonly label: string; readonly onClick: () => void };
};

/** The row that had the focus in a list; else the pane itself. */
const findStop = (side: HTMLElement | null): HTMLElement | null =>
  side?.querySelector<HTMLElement>('[role=row][tabindex="0"]') ??
  side?.querySelector<HTMLElement>('[data-pane]') ??
  side;

export function SplitView({ list, detail, placeholder, back }: Props) {
  const listSide = useRef<HTMLDivElement>(null);
  const detailSide = useRef<HTMLDivElement>(null);
  const isOpen = detail !== null;
  const isAlone = !isOpen && placeholder === null;
  const wasOpen = useRef(isOpen);

  useEffect(() => {
    if (isOpen === wasOpen.current) return;
    wasOpen.current = isOpen;
    const [shown, other] = isOpen ? [detailSide, listSide] : [listSide, detailSide];
    const isHidden = other.current !== null && getComputedStyle(other.current).display === 'none';
    if (isHidden) findStop(shown.current)?.focus();
  }, [isOpen]);

  return (
    <div
      className={classes.split}
      data-open={isOpen || undefined}
      data-alone={isAlone || undefined}
      {...{ [SPLIT]: '' }}
    >
      <div ref={listSide} className={classes.list}>
        {list}
      </div>
      <div ref={detailSide} className={classes.detail} tabIndex={-1} data-keys="" {...(isOpen && { [DETAIL]: '' })}>
        {isOpen && (
          <div className={classes.back}>
            <Button variant="subtle" size="compact-sm" onClick={back.onClick}>
              ← {back.label}
            </Button>
          </div>
        )}
        <div className={classes.body}>{detail ?? placeholder}</div>
      </div>
    </div>
  );
}
